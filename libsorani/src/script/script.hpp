#pragma once

#include <cstddef>
#include <cstdint>

#include "script/generated.hpp"  // IWYU pragma: export
#include "utf8/two_stage.hpp"

/// The Sorani alphabet and the other characters of Sorani text. All of it comes from libsorani/data/alphabet.tsv,
/// characters.tsv and look-alikes.tsv; no other room lists letters. Code that needs one by name takes the constant in
/// script/characters.hpp, which tablegen makes from the same files: `character::kZeroWidthNonJoiner`.
namespace sorani::script {

/// Classes of characters, as bits: a character can be in several.
enum Class : std::uint32_t {
  kSoraniLetter = 1u << 0,  ///< one of the letters of the alphabet
  kArabicLetter = 1u << 1,  ///< any letter of the Arabic script (Sorani's included; not marks, not tatweel)
  kVowel = 1u << 2,         ///< a letter that is always a vowel: ا ە ۆ ێ
  kSemivowel = 1u << 3,     ///< a letter that is a vowel or a consonant: و ی
  kConsonant = 1u << 4,     ///< a Sorani letter that is always a consonant
  kDualJoining = 1u << 5,   ///< joins to the letter after it (Joining_Type D)
  kRightJoining = 1u << 6,  ///< joins only to the letter before it (Joining_Type R)
  kArabicMark = 1u << 7,    ///< a combining mark of the Arabic script: vowel marks, shadda, sukun, hamza above …
  kMark = 1u << 8,          ///< any combining mark (Mn, Mc, Me)
  kDigit = 1u << 9,         ///< a decimal digit of any script
  kLatinLetter = 1u << 10,  ///< a letter of the Latin script
  kOtherLetter = 1u << 11,  ///< a letter of any other script
  kSpace = 1u << 12,        ///< U+0020
  kWhiteSpace = 1u << 13,   ///< any White_Space character, tab, newline and U+0020 included
  kPunctuation = 1u << 14,  ///< any P* category
  kSymbol = 1u << 15,       ///< any S* category
  kLineEnd = 1u << 16,      ///< '\n' and NUL
  kAsciiAlnum = 1u << 17,   ///< A-Z a-z 0-9
  kTatweel = 1u << 18,      ///< U+0640, which only stretches a word
  kJoinControl = 1u << 19,  ///< U+200C ZERO WIDTH NON-JOINER and U+200D ZERO WIDTH JOINER
};

/// Where `class_combinations()` has the classes of a character.
inline std::size_t combination_index(char32_t c) noexcept {
  return tables::kClassesIndex[utf8::two_stage_index(tables::kClassesBlock, c)];
}

/// The classes of a character; 0 for unassigned, private-use and ill-formed ones.
inline std::uint32_t classes(char32_t c) noexcept { return tables::kClasses[combination_index(c)]; }

inline bool is(char32_t c, std::uint32_t any_of) noexcept { return (classes(c) & any_of) != 0; }

/// True for letters of any script and for digits.
inline bool is_letter_or_digit(char32_t c) noexcept {
  return is(c, kArabicLetter | kLatinLetter | kOtherLetter | kDigit);
}

}  // namespace sorani::script
