#pragma once

#include "transliterate/scheme/context.hpp"
#include "transliterate/scheme/phoneme_list.hpp"  // IWYU pragma: export

namespace sorani::transliterate {

/// True for the sounds that can be the nucleus of a syllable; false for values that are no sound.
constexpr bool is_vowel(Phoneme phoneme) noexcept {
  const auto number = static_cast<unsigned>(phoneme);
  return number < kPhonemeCount && (kVowelPhonemes >> number & 1) != 0;
}

constexpr Context context_of(Phoneme phoneme) noexcept { return static_cast<Context>(phoneme); }

}  // namespace sorani::transliterate
