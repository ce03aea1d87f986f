#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "transliterate/g2p/pronouncer.hpp"

namespace trainer {

using sorani::transliterate::Reading;

/// A word with its gold readings.
struct GoldWord {
  std::string text;                      ///< UTF-8, as in the file
  std::vector<std::uint8_t> letters;     ///< indices into the alphabet; empty if the word has none
  std::vector<Reading> readings;         ///< at least one
  std::vector<std::string> transcripts;  ///< the same, as in the file
};

/// Reads `word<TAB>reading[<TAB>reading...]` lines; a reading is phonemes in the symbols of phonemes.tsv, with a full
/// stop before every syllable. Throws std::runtime_error, which names file and line, if a symbol is unknown.
std::vector<GoldWord> read_gold(const std::filesystem::path& path);

/// Reads the stems of libsorani/data/lexicon.tsv: words with one reading each, not cut into syllables. Affixes and rows
/// with the note `form` are left out.
std::vector<GoldWord> read_lexicon(const std::filesystem::path& path);

/// A reading as gold files have it.
std::string transcript(const Reading& reading, bool with_syllables);

}  // namespace trainer
