#pragma once

#include <memory>
#include <sorani/ngram_rows.hpp>
#include <vector>

namespace sorani::count {

/// Merges sources that are each sorted by `NgramOrder::count` and have no key in common, into that order.
std::unique_ptr<NgramRows> merge_by_count(std::vector<std::unique_ptr<NgramRows>> sources);

}  // namespace sorani::count
