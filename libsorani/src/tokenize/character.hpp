#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "address/address.hpp"
#include "tokenize/traits.hpp"
#include "utf8/utf8.hpp"

namespace sorani::tokenize {

/// A decoded character: its code point, its traits, and the offset just past it.
struct Character {
  char32_t value = 0;
  std::uint32_t traits = 0;
  std::size_t end = 0;

  bool is(std::uint32_t any_of) const noexcept { return (traits & any_of) != 0; }
};

/// The character at `at`. At the end of the text: white space of length 0, so that callers need no bounds check.
inline Character character_at(std::string_view text, std::size_t at) noexcept {
  if (at >= text.size()) return {U' ', kSpace, text.size()};
  const utf8::Decoded decoded = utf8::decode(text, at);
  return {decoded.value, traits(decoded.value), at + decoded.length};
}

/// The character that ends at `at`. At the start of the text: white space of length 0.
inline Character character_before(std::string_view text, std::size_t at) noexcept {
  if (at == 0) return {U' ', kSpace, 0};
  const char32_t value = utf8::decode_before(text, at).value;
  return {value, traits(value), at};
}

/// True if a URL, e-mail address, hashtag or mention begins at `at`; a word or number before it ends there.
inline bool begins_address(std::string_view text, std::size_t at) noexcept {
  return at < text.size() && address::may_begin(text[at]) && address::match(text, at).kind != address::Kind::none;
}

/// The offset of the first character at or after `at` that is not a directional mark (U+200E, U+200F, U+061C).
inline std::size_t skip_directional(std::string_view text, std::size_t at) noexcept {
  for (Character c = character_at(text, at); c.is(kDirectional); c = character_at(text, at)) at = c.end;
  return at;
}

/// The last character before `at` that is not a directional mark.
inline Character skip_directional_before(std::string_view text, std::size_t at) noexcept {
  Character c = character_before(text, at);
  while (c.is(kDirectional)) {
    at -= utf8::decode_before(text, at).length;
    c = character_before(text, at);
  }
  return c;
}

/// True for the number of a list item or a section: 1, ١٢, 2.1. Parts of more than three digits are years or amounts.
inline bool is_item_number(std::string_view text) noexcept {
  constexpr int kMaxDigits = 3;
  constexpr std::size_t kMaxBytes = 12;
  if (text.empty() || text.size() > kMaxBytes) return false;
  int digits = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    if (!c.is(kDigit | kBetweenDigits)) return false;
    digits = c.is(kDigit) ? digits + 1 : 0;
    if (digits > kMaxDigits) return false;
    at = c.end;
  }
  return digits > 0;
}

inline bool is_ascii_digit(char c) noexcept { return c >= '0' && c <= '9'; }
inline bool is_ascii_lower(char c) noexcept { return c >= 'a' && c <= 'z'; }
inline bool is_ascii_letter(char c) noexcept { return is_ascii_lower(static_cast<char>(c | 0x20)); }
inline bool is_ascii_alnum(char c) noexcept { return is_ascii_letter(c) || is_ascii_digit(c); }

}  // namespace sorani::tokenize
