#pragma once

#include <sorani/ngram_counter.hpp>
#include <string_view>

namespace sorani::count {

/// Adds the lines, characters and foreign letters of a piece of text to `statistics`.
void add_statistics(std::string_view text, char line_end, Fragment fragment, TextStatistics& statistics);

}  // namespace sorani::count
