#pragma once

#include <cstddef>
#include <cstdint>

#include "script/characters.hpp"
#include "transliterate/g2p/sonority.hpp"
#include "transliterate/scheme/phoneme.hpp"

/// The letters of the alphabet as numbers, their sonority classes and sounds.
namespace sorani::transliterate::g2p {

using enum script::letter::Index;

inline constexpr std::size_t kLetterCount = script::letter::kCount;
inline constexpr std::uint8_t kEdge = kLetterCount;      ///< the context before and after a word
inline constexpr std::uint8_t kNone = kLetterCount + 1;  ///< padding of features that have room for more letters
inline constexpr std::size_t kLetterSymbolCount = kLetterCount + 2;

/// What the model knows of a letter.
struct LetterInfo {
  char symbol;  ///< in libsorani/data/g2p-weights.tsv
  Sonority sonority;
  Phoneme sound;  ///< of و and ی, as consonants
};

/// True for letters that are always a vowel.
constexpr bool is_vowel_letter(std::uint8_t letter) noexcept { return (script::letter::kVowels >> letter & 1) != 0; }

/// True for و and ی.
constexpr bool is_semivowel_letter(std::uint8_t letter) noexcept {
  return (script::letter::kSemivowels >> letter & 1) != 0;
}

}  // namespace sorani::transliterate::g2p
