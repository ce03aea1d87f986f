#pragma once

#include <cstddef>
#include <string_view>

#include "tokenize/lists.hpp"
#include "tokenize/trait_tables.hpp"  // IWYU pragma: export

/// The lists behind lists.hpp, written by `tablegen tokenize`, each sorted by bytes.
namespace sorani::tokenize::tables {

extern const Abbreviation kAbbreviations[];
extern const std::size_t kAbbreviationsSize;

extern const SentenceWord kSentenceWords[];
extern const std::size_t kSentenceWordsSize;

}  // namespace sorani::tokenize::tables
