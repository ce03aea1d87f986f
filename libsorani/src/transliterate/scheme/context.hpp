#pragma once

#include <cstdint>

namespace sorani::transliterate {

/// A context of a sound: the number of a phoneme, or one of the values below.
using Context = std::uint8_t;
inline constexpr Context kAnything = 0xFF;
inline constexpr Context kEdge = 0xFE;  ///< the start or end of the word
inline constexpr Context kAnyVowel = 0xFD;
inline constexpr Context kAnyConsonant = 0xFC;
/// A stem that is no word: a number, % or a closing mark. Endings follow it as they follow a consonant.
inline constexpr Context kStem = 0xFB;

}  // namespace sorani::transliterate
