#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "transliterate/g2p/pronouncer.hpp"

namespace sorani::test {

/// A reading as linguists write it, with a full stop before every syllable.
inline std::string transcript(const transliterate::Reading& reading) {
  static constexpr std::array<std::string_view, transliterate::kPhonemeCount> kSymbols = {
      "ʔ", "a", "b", "p", "t", "c", "ç", "ḧ", "x", "d", "r", "ř", "z", "j", "s", "ş", "ƹ", "ẍ", "f",
      "v", "q", "k", "g", "l", "ł", "m", "n", "w", "u", "û", "o", "h", "e", "y", "î", "ê", "i"};
  std::string text;
  for (const transliterate::Sound& sound : reading) {
    if (sound.starts_syllable) text += '.';
    text += kSymbols.at(static_cast<std::size_t>(sound.phoneme));
  }
  return text;
}

}  // namespace sorani::test
