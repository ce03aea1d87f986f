#pragma once

#include <cstddef>
#include <initializer_list>
#include <sorani/tokenizer.hpp>
#include <span>
#include <string_view>
#include <vector>

namespace sorani::transliterate {

/// A range of bytes of a text.
struct Range {
  std::size_t begin;
  std::size_t end;
};

/// True for what parts the chunks below.
constexpr bool is_space(char c) noexcept { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\0'; }

constexpr bool is_ascii_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_ascii_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// True for what an address can begin with.
constexpr bool begins_address(char c) noexcept {
  return is_ascii_letter(c) || is_ascii_digit(c) || c == '@' || c == '#';
}

/// Finds web and e-mail addresses and names of users, which transliteration leaves alone, and topics if wanted.
class AddressFinder {
 public:
  explicit AddressFinder(bool topics) : topics_(topics) {}

  /// Looks at what stands from `at` to the next space. No address of the text before `at` may reach there.
  void look(std::string_view text, std::size_t at);

  /// What was found, in order.
  std::span<const Range> found() const noexcept { return found_; }
  /// How far was looked.
  std::size_t end() const noexcept { return end_; }

 private:
  bool is_left_alone(TokenKind kind) const noexcept;

  bool topics_;
  Tokenizer tokenizer_;
  std::vector<Range> found_;
  std::size_t end_ = 0;
};

}  // namespace sorani::transliterate
