#pragma once

#include <memory>
#include <sorani/ngram_rows.hpp>
#include <vector>

namespace sorani::count {

/// Merges sources that are each sorted by `NgramOrder::count` and have no key in common, into that order.
NgramRows merge_by_count(std::vector<NgramRows> sources);

}  // namespace sorani::count
