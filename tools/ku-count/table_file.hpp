#pragma once

#include <memory>
#include <sorani/ngram_rows.hpp>
#include <string>
#include <vector>

#include "common/options.hpp"

namespace ku::count {

/// The rows of a table: `ngram<TAB>count` lines in the order of keys. Opens the file at once. `next` throws
/// `FatalError` with file and line where the table is malformed or out of order, or cannot be read.
std::unique_ptr<sorani::NgramRows> read_table(const std::string& file, const CommonOptions& options);

/// The sum of any number of tables; all files are opened before the first row is read unless they are too many to be
/// open at the same time.
std::unique_ptr<sorani::NgramRows> merge_tables(const CommonOptions& options, const sorani::NgramStorage& storage);

}  // namespace ku::count
