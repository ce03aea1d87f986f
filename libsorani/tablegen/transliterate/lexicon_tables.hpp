#pragma once

#include <filesystem>
#include <string>

#include "cpp_writer.hpp"
#include "transliterate/alphabet.hpp"
#include "transliterate/phonemes.hpp"

namespace tablegen {

/// Writes the tables of libsorani/data/lexicon.tsv: the trie of its spellings, and the readings letter by letter.
void write_lexicon(const std::filesystem::path& lexicon, const Phonemes& phonemes, const Alphabet& alphabet,
                   CppWriter& out);

}  // namespace tablegen
