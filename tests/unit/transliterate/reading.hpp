#pragma once

#include <string>
#include <string_view>

#include "transliterate/g2p/pronouncer.hpp"
#include "transliterate/scheme/scheme.hpp"
#include "utf8/utf8.hpp"

namespace sorani::test {

/// The reading that `symbols` spell: those of phonemes.tsv, with a full stop before each syllable but the first.
inline transliterate::Reading reading(std::string_view symbols) {
  transliterate::Reading sounds;
  bool starts_syllable = true;
  for (std::size_t at = 0; at < symbols.size();) {
    const std::size_t length = utf8::decode(symbols, at).length;
    const std::string_view symbol = symbols.substr(at, length);
    at += length;
    if (symbol == ".") {
      starts_syllable = true;
      continue;
    }
    for (std::size_t i = 0; i < transliterate::kPhonemeCount; ++i) {
      const transliterate::PhonemeInfo& phoneme = transliterate::tables::kPhonemes[i];
      if (phoneme.symbol == symbol) sounds.push_back({phoneme.phoneme, starts_syllable});
    }
    starts_syllable = false;
  }
  return sounds;
}

/// What a scheme writes a reading with.
inline std::string written(std::string_view scheme, std::string_view symbols, bool syllables = false) {
  std::string text;
  transliterate::Scheme(scheme).write(reading(symbols), syllables, text);
  return text;
}

}  // namespace sorani::test
