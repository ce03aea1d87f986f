#pragma once

#include <cstddef>
#include <string_view>

#include "tokenize/fast_path/trait_tables.hpp"  // IWYU pragma: export
#include "tokenize/lists.hpp"

/// The lists behind lists.hpp, written by `tablegen tokenize`, each sorted by bytes.
namespace sorani::tokenize::tables {

extern const Abbreviation kAbbreviations[];
extern const std::size_t kAbbreviationsSize;

extern const SentenceWord kSentenceWords[];
extern const std::size_t kSentenceWordsSize;

}  // namespace sorani::tokenize::tables
