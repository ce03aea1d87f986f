#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "address/address.hpp"

namespace sorani::transliterate {

/// True for the characters between which addresses are looked for.
constexpr bool is_space(char c) noexcept { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\0'; }

constexpr bool is_ascii_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_ascii_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// True for characters that an address can begin with.
constexpr bool begins_address(char c) noexcept { return address::may_begin(c); }

/// Finds URLs, e-mail addresses and mentions, which transliteration copies, and hashtags if wanted.
class AddressFinder {
 public:
  explicit AddressFinder(bool finds_hashtags) : finds_hashtags_(finds_hashtags) {}

  /// Scans from `at` to the next space. No address that begins before `at` may reach it.
  void scan(std::string_view text, std::size_t at);

  /// The addresses that were found, in order.
  std::span<const address::Address> found() const noexcept { return found_; }
  /// Where the scan ended.
  std::size_t end() const noexcept { return end_; }

 private:
  bool finds_hashtags_;
  std::vector<address::Address> found_;
  std::size_t end_ = 0;
};

}  // namespace sorani::transliterate
