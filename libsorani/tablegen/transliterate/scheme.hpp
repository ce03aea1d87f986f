#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "transliterate/phonemes.hpp"
#include "tsv.hpp"

namespace tablegen {

/// The rules of all schemes as C++ text, for the arrays of src/transliterate/scheme/generated.hpp.
struct SchemeItems {
  std::vector<std::string> schemes;
  std::vector<std::string> sounds;
  std::vector<std::string> words;
  std::vector<std::string> back;
};

/// Adds the scheme of a row of schemes.tsv, read from `directory`/NAME.tsv. Throws `Error` if a sound has no image
/// without contexts, or if the scheme does not have the unique decoding that it claims.
void add_scheme(const TsvRow& scheme, const std::filesystem::path& directory, const Phonemes& phonemes,
                SchemeItems& items);

/// A C++ literal of bytes that are the numbers of sounds.
std::string sounds_literal(const std::vector<std::uint8_t>& sounds);

}  // namespace tablegen
