#pragma once

#include <memory>
#include <sorani/ngram_rows.hpp>
#include <string>
#include <vector>

#include "common/cli/options.hpp"
#include "common/io/output/output.hpp"

namespace ku::count {

/// The rows of a table: lines of `ngram<TAB>count`, sorted by the bytes of the n-gram, no n-gram twice. Opens the file
/// at once. `next` throws `FatalError` with file and line if the table is malformed, not sorted or cannot be read. A
/// byte-order mark at its start is skipped. A table that is also `output` is refused.
sorani::NgramRows read_table(const std::string& file, const CommonOptions& options, const Output& output);

/// The merge of all tables named by the options. They are all opened before the first row is read, unless that is more
/// files than may be open at the same time: then groups of them are merged into temporary files first.
sorani::NgramRows merge_tables(const CommonOptions& options, const Output& output, const sorani::NgramStorage& storage);

}  // namespace ku::count
