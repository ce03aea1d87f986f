#pragma once

#include <functional>
#include <string>
#include <vector>

#include "common/cli/options.hpp"
#include "common/io/diagnostics.hpp"
#include "common/io/output/output.hpp"
#include "common/pipeline/pipeline.hpp"
#include "common/pipeline/worker_pool.hpp"

namespace ku {

/// Runs the workers over all input files and passes the items to `sink` in the order of the input. The file that
/// `output` writes to is not read. Reports problems; returns false if some of the input could not be read.
bool read_all(const CommonOptions& options, const Output& output, WorkerSource& workers, const ItemSink& sink,
              Diagnostics& diagnostics);

/// Commits the output at the end of a run. If it was to replace a file and the input was not read completely, reports
/// an error instead and leaves the file unchanged.
void commit(Output& output, bool is_complete, const CommonOptions& options, Diagnostics& diagnostics);

/// Runs the workers over all input files and writes their output. An output file is only written if all input could be
/// read. Reports problems; throws `FatalError` if the output cannot be written. `before_commit` is called when all
/// input has been read, for what can fail: an error leaves an output file unchanged.
void filter(const CommonOptions& options, WorkerSource& workers, Diagnostics& diagnostics,
            const std::function<void()>& before_commit = {});

/// Runs the workers over each file and replaces it with the output. A file is left unchanged if its output is the same,
/// if it cannot be read to the end, or if it is UTF-8 already where the options name another charset. If a file is
/// changed and `suffix` is not empty, a backup is kept under the name of the file followed by the suffix. Symbolic
/// links are followed; a file that is named twice is rewritten once. Concurrent runs on the same file wait for each
/// other.
void rewrite_in_place(const CommonOptions& options, const std::string& suffix, WorkerSource& workers,
                      Diagnostics& diagnostics);

}  // namespace ku
