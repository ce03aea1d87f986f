#pragma once

#include <memory>
#include <sorani/ngram_rows.hpp>
#include <vector>

namespace sorani::count {

/// The rows of several sources that have no key in common, each in the order of counts; in that order.
std::unique_ptr<NgramRows> merge_by_count(std::vector<std::unique_ptr<NgramRows>> sources);

}  // namespace sorani::count
