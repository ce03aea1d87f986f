#pragma once

#include <ostream>

#include "restore/counts.hpp"

namespace trainer::restore {

/// libsorani/data/restore-words.tsv.
void write_words(const std::vector<CountedWord>& words, std::ostream& out);
/// libsorani/data/restore-pairs.tsv.
void write_pairs(const std::vector<Followers>& pairs, std::ostream& out);

}  // namespace trainer::restore
