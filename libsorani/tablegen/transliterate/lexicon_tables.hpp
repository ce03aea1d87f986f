#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "cpp_writer.hpp"

namespace tablegen {

/// The index of each letter of alphabet.tsv.
using LetterIndex = std::map<char32_t, std::size_t>;

/// Writes the tables of libsorani/data/lexicon.tsv: the trie of its spellings, and the readings letter by letter.
/// `phonemes` is phonemes.tsv, which has the letters of each symbol of a reading.
void write_lexicon(const std::filesystem::path& lexicon, const std::filesystem::path& phonemes,
                   const LetterIndex& letters, CppWriter& out);

}  // namespace tablegen
