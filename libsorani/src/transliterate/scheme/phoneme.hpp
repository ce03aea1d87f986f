#pragma once

#include "transliterate/scheme/phoneme_list.hpp"  // IWYU pragma: export

namespace sorani::transliterate {

/// True for the sounds that can be the nucleus of a syllable.
constexpr bool is_vowel(Phoneme phoneme) noexcept {
  return (kVowelPhonemes >> static_cast<unsigned>(phoneme) & 1) != 0;
}

}  // namespace sorani::transliterate
