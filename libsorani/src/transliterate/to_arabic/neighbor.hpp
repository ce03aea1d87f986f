#pragma once

#include <cstdint>

namespace sorani::transliterate {

/// What stands before a place in Latin text, as far as it matters to what follows.
///
/// ASCII quotation marks and those of U+201C..U+201F look alike on both sides, or stand on either; they close after
/// a letter, a digit, a closing mark or a sign that ends a phrase, and open elsewhere.
enum class Neighbor : std::uint8_t {
  apart,    ///< a space, an opening mark, a dash, a symbol
  mark,     ///< a sign that ends a phrase, or a letter of another script
  word,     ///< Latin letters
  bracket,  ///< an opening bracket directly after a word: kitêb(ekan)
  hyphen,   ///< a hyphen directly after a word: Bab-î
  closed,   ///< % or a closing mark: an ending may follow
  digit,    ///< of ASCII: an ending may follow
};

/// What stands behind a character that is no Latin letter and not part of a word.
Neighbor neighbor_after(Neighbor before, char32_t c) noexcept;

/// True if an ending may follow directly.
constexpr bool takes_ending(Neighbor neighbor) noexcept {
  return neighbor == Neighbor::closed || neighbor == Neighbor::digit;
}

/// True if an ending may follow, but so may a word.
constexpr bool may_take_ending(Neighbor neighbor) noexcept {
  return neighbor == Neighbor::bracket || neighbor == Neighbor::hyphen;
}

/// True for a hyphen that can stand before an ending: 2018-an.
bool is_ending_hyphen(char32_t c) noexcept;

/// True if a word can end before this character and be an enclitic: not before what makes it part of something longer.
bool ends_enclitic(char32_t c) noexcept;

}  // namespace sorani::transliterate
