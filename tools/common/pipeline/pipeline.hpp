#pragma once

#include <cstdint>
#include <functional>

#include "common/io/diagnostics.hpp"
#include "common/pipeline/input.hpp"
#include "common/pipeline/piece.hpp"
#include "common/pipeline/progress.hpp"
#include "common/pipeline/worker_pool.hpp"

namespace ku {

struct PipelineOptions {
  unsigned jobs = 1;  ///< threads that work at the same time, at least 1
  Invalid invalid = Invalid::fail;
  bool compare = false;  ///< find out whether the output differs from the input
};

struct PipelineResult {
  bool has_failed = false;    ///< some of the input could not be read
  bool is_changed = false;    ///< the output differs from the bytes of the input; only with `compare`
  std::uint64_t repairs = 0;  ///< ill-formed sequences replaced or bytes dropped
};

/// Takes the pieces when their worker has done with them, one at a time.
using PieceSink = std::function<void(const Piece&)>;

/// Reads everything, gives it to the workers and then to `take`, in the order of the input: output and messages are the
/// same for any number of jobs. Memory is bounded by jobs and the size of a piece. With one job no thread is
/// started; where the system has no more threads, fewer do the work.
/// Throws what a worker or `take` throws.
PipelineResult run_pipeline(Input& input, WorkerPool& workers, const PieceSink& take, Diagnostics& diagnostics,
                            Progress& progress, const PipelineOptions& options);

}  // namespace ku
