#pragma once

#include <cstddef>
#include <string_view>

#include "script/characters.hpp"
#include "script/script.hpp"
#include "utf8/properties.hpp"
#include "utf8/utf8.hpp"

/// Classes of characters in the grammar of addresses.
namespace sorani::address {

constexpr bool is_ascii(char32_t c) noexcept { return c < 0x80; }
constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) noexcept {
  return static_cast<char>(c | 0x20) >= 'a' && static_cast<char>(c | 0x20) <= 'z';
}
constexpr bool is_alnum(char c) noexcept { return is_letter(c) || is_digit(c); }

constexpr bool is_one_of(char c, std::string_view set) noexcept { return set.find(c) != std::string_view::npos; }

/// The byte at `at`, or NUL past the end.
constexpr char byte_at(std::string_view text, std::size_t at) noexcept { return at < text.size() ? text[at] : '\0'; }

/// A letter that may be in one word with ASCII letters: any but those of the Arabic script.
inline bool is_foreign_letter(char32_t c) noexcept {
  return script::is(c, script::kLatinLetter | script::kOtherLetter);
}

inline bool is_any_letter(char32_t c) noexcept {
  using enum utf8::Category;
  const utf8::Category category = utf8::category(c);
  return category >= Lu && category <= Lo;
}

/// An invisible character: bidi marks, ZWNJ, ZWJ. Not the zero width space, which separates words.
inline bool is_format(char32_t c) noexcept {
  return utf8::category(c) == utf8::Category::Cf && c != script::character::kZeroWidthSpace.value;
}

inline bool is_joiner(char32_t c) noexcept { return script::is(c, script::kJoinControl); }
inline bool is_mark(char32_t c) noexcept { return script::is(c, script::kMark); }

/// Letters, marks, numbers and joiners.
inline bool is_word_part(char32_t c) noexcept {
  using enum utf8::Category;
  const utf8::Category category = utf8::category(c);
  return (category >= Lu && category <= No) || is_joiner(c);
}

}  // namespace sorani::address
