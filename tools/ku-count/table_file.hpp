#pragma once

#include <memory>
#include <sorani/ngram_rows.hpp>
#include <string>
#include <vector>

#include "common/cli/options.hpp"
#include "common/io/output/output.hpp"

namespace ku::count {

/// The rows of a table: `ngram<TAB>count` lines in the order of keys. Opens the file at once. `next` throws
/// `FatalError` with file and line where the table is malformed or out of order, or cannot be read. A byte-order mark
/// at its start is no part of it. `output` is not read from.
std::unique_ptr<sorani::NgramRows> read_table(const std::string& file, const CommonOptions& options,
                                              const Output& output);

/// The sum of any number of tables; all files are opened before the first row is read unless they are too many to be
/// open at the same time; then they are merged in groups first.
std::unique_ptr<sorani::NgramRows> merge_tables(const CommonOptions& options, const Output& output,
                                                const sorani::NgramStorage& storage);

}  // namespace ku::count
