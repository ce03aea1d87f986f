#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "cpp_writer.hpp"

namespace tablegen {

/// The index of each letter of alphabet.tsv.
using LetterIndex = std::map<char32_t, std::size_t>;

/// Writes the tables of libsorani/data/lexicon.tsv: its spellings as a tree, and the readings letter by letter.
/// `phonemes` is phonemes.tsv, which says what the symbols of readings are written with.
void write_lexicon(const std::filesystem::path& lexicon, const std::filesystem::path& phonemes,
                   const LetterIndex& letters, CppWriter& out);

}  // namespace tablegen
