#pragma once

#include <string>
#include <vector>

#include "common/cli/options.hpp"
#include "common/io/diagnostics.hpp"
#include "common/io/output/output.hpp"
#include "common/pipeline/pipeline.hpp"
#include "common/pipeline/worker_pool.hpp"

namespace ku {

/// Runs the workers over all files, and lets `take` see what they make of each piece, in the order of the input.
/// `output` is not read from. Problems are reported; false if not all of the input could be read.
bool read_all(const CommonOptions& options, const Output& output, WorkerPool& workers, const PieceSink& take,
              Diagnostics& diagnostics);

/// Ends a run: sees to it that the output has arrived, unless it was to replace a file and the input was not all read.
void commit(Output& output, bool is_complete, const CommonOptions& options, Diagnostics& diagnostics);

/// Runs the workers over all files and writes the output, as the options say. With an output file it is written only if
/// all input could be read. Problems are reported; throws `FatalError` if the output cannot be written.
void filter(const CommonOptions& options, WorkerPool& workers, Diagnostics& diagnostics);

/// Runs the workers over each file and replaces it with the output. A file that does not change, or that cannot be read
/// to the end, is left as it is; so is one that is UTF-8 already where the options name another charset. Where a file
/// is changed and `suffix` is not empty, the old one is kept under its name with the suffix. Symbolic links are
/// followed; a file that is named twice is rewritten once. Programs that rewrite the same file wait for each other.
void rewrite_in_place(const CommonOptions& options, const std::string& suffix, WorkerPool& workers,
                      Diagnostics& diagnostics);

}  // namespace ku
