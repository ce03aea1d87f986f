#pragma once

#include <cstddef>
#include <filesystem>
#include <map>

namespace tablegen {

/// Whether a letter is a vowel, a consonant, or either.
enum class LetterKind { vowel, semivowel, consonant };

struct AlphabetLetter {
  std::size_t index;
  LetterKind kind;
};

/// The letters of alphabet.tsv.
using Alphabet = std::map<char32_t, AlphabetLetter>;

Alphabet read_alphabet(const std::filesystem::path& path);

}  // namespace tablegen
