#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "address/address.hpp"

namespace sorani::transliterate {

/// True for what parts the chunks below.
constexpr bool is_space(char c) noexcept { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\0'; }

constexpr bool is_ascii_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_ascii_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// True for what an address can begin with.
constexpr bool begins_address(char c) noexcept { return address::may_begin(c); }

/// Finds web and e-mail addresses and names of users, which transliteration leaves alone, and finds_hashtags if wanted.
class AddressFinder {
 public:
  explicit AddressFinder(bool finds_hashtags) : finds_hashtags_(finds_hashtags) {}

  /// Looks at what stands from `at` to the next space. No address of the text before `at` may reach there.
  void scan(std::string_view text, std::size_t at);

  /// What was found, in order.
  std::span<const address::Address> found() const noexcept { return found_; }
  /// How far was looked.
  std::size_t end() const noexcept { return end_; }

 private:
  bool finds_hashtags_;
  std::vector<address::Address> found_;
  std::size_t end_ = 0;
};

}  // namespace sorani::transliterate
