#pragma once

#include <cstdint>
#include <functional>

#include "common/io/diagnostics.hpp"
#include "common/pipeline/input.hpp"
#include "common/pipeline/pipeline_item.hpp"
#include "common/pipeline/progress.hpp"
#include "common/pipeline/worker_pool.hpp"

namespace ku {

struct PipelineOptions {
  unsigned jobs = 1;  ///< number of threads, at least 1
  Invalid invalid = Invalid::fail;
  bool compare = false;  ///< set `PipelineResult::is_changed`
};

struct PipelineResult {
  bool has_failed = false;    ///< some of the input could not be read
  bool is_changed = false;    ///< the output differs from the bytes of the input; only with `compare`
  std::uint64_t repairs = 0;  ///< ill-formed sequences replaced or bytes dropped
};

/// Receives the items after their worker, one at a time, in the order of the input.
using ItemSink = std::function<void(const PipelineItem&)>;

/// Reads all input, runs the workers over it and passes the items to `sink` in the order of the input, so that output
/// and messages are the same for any number of jobs. See pipeline.cpp. With one job no thread is started; if the
/// system refuses threads, fewer are used. Throws what a worker or `sink` throws.
PipelineResult run_pipeline(Input& input, WorkerSource& workers, const ItemSink& sink, Diagnostics& diagnostics,
                            Progress& progress, const PipelineOptions& options);

}  // namespace ku
