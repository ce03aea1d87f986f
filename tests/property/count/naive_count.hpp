#pragma once

#include <cstdint>
#include <map>
#include <sorani/ngram_counter.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sorani::test {

using Counts = std::map<std::string, std::uint64_t>;
using CountList = std::vector<std::pair<std::string, std::uint64_t>>;

/// The n-grams of a text as one would count them who has all the memory and time there is.
Counts naive_count(std::string_view text, const NgramOptions& options);

/// What a selection makes of counts. Not for the order of the alphabet.
CountList naive_selection(const Counts& counts, const NgramSelection& selection);

/// All rows.
CountList list_of(NgramRows& rows);

}  // namespace sorani::test
