#pragma once

#include <cstdint>

namespace sorani::transliterate {

/// Class of the character before a position in Latin text: may an ending or an enclitic follow directly?
///
/// Quotation marks that can open or close (ASCII ones and U+201C..U+201F) close after a letter, a digit, a closing mark
/// or a sign that ends a phrase, and open elsewhere.
enum class Neighbor : std::uint8_t {
  apart,    ///< a space, an opening mark, a dash, a symbol
  mark,     ///< a sign that ends a phrase, or a letter of another script
  word,     ///< Latin letters
  bracket,  ///< an opening bracket directly after a word: kitêb(ekan)
  hyphen,   ///< a hyphen directly after a word: Bab-î
  closed,   ///< % or a closing mark: an ending may follow
  digit,    ///< an ASCII digit: an ending may follow
};

/// The class after a character that is no part of a Latin word, if `before` was the class before it.
Neighbor neighbor_after(Neighbor before, char32_t c) noexcept;

/// True if an ending may follow directly.
constexpr bool takes_ending(Neighbor neighbor) noexcept {
  return neighbor == Neighbor::closed || neighbor == Neighbor::digit;
}

/// True if an ending may follow, but also a word.
constexpr bool may_take_ending(Neighbor neighbor) noexcept {
  return neighbor == Neighbor::bracket || neighbor == Neighbor::hyphen;
}

/// True for a hyphen that can precede an ending: 2018-an.
bool is_ending_hyphen(char32_t c) noexcept;

/// True if an enclitic can end before this character: white space, a closing mark, the end of a phrase.
bool ends_enclitic(char32_t c) noexcept;

}  // namespace sorani::transliterate
