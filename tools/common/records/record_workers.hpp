#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "common/io/input/source.hpp"
#include "common/pipeline/chunk.hpp"
#include "common/pipeline/worker_pool.hpp"
#include "common/records/json/pointer.hpp"
#include "common/records/record_options.hpp"
#include "common/records/value_finder.hpp"

namespace ku {

/// Lets workers that process text process the values of records. The pipeline must cut its input only between records
/// (`InputOptions::whole_records`).
class RecordWorkers final : public WorkerSource {
 public:
  /// `options` and `workers` must outlive it.
  RecordWorkers(const RecordOptions& options, Invalid invalid, WorkerSource& workers);
  ~RecordWorkers() override;
  RecordWorkers(const RecordWorkers&) = delete;
  RecordWorkers& operator=(const RecordWorkers&) = delete;
  RecordWorkers(RecordWorkers&&) = delete;
  RecordWorkers& operator=(RecordWorkers&&) = delete;

  Worker& acquire() override;
  void release(Worker& worker) override;
  std::optional<RecordError> find_values(const Chunk& chunk, bool begins_file, std::vector<Value>& values) override;

 private:
  class RecordWorker;

  std::unique_ptr<ValueFinder> take_finder();

  const RecordOptions& options_;
  const Invalid invalid_;
  WorkerSource& workers_;
  PointerTree fields_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<ValueFinder>> idle_finders_;
  std::vector<std::unique_ptr<RecordWorker>> record_workers_;
  std::vector<RecordWorker*> idle_workers_;
};

}  // namespace ku
