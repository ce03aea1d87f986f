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

/// The reference that the counter is compared with: a map of all n-grams, without batches, caches or files.
Counts naive_count(std::string_view text, const NgramOptions& options);

/// The selected rows. Not for `NgramOrder::alphabet`.
CountList naive_selection(const Counts& counts, const NgramSelection& selection);

/// All rows.
CountList list_of(NgramRows rows);

}  // namespace sorani::test
