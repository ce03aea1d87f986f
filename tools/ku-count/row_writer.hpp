#pragma once

#include <sorani/ngram_rows.hpp>

#include "common/io/output/output.hpp"
#include "ku-count/options.hpp"

namespace ku::count {

/// Writes all rows in the format that the options ask for.
void write_rows(sorani::NgramRows rows, const Options& options, Output& output);

}  // namespace ku::count
