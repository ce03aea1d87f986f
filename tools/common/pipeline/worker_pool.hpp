#pragma once

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "common/pipeline/chunk.hpp"

namespace ku {

/// Workers that wait for chunks. Makes as many as are in use at the same time.
class WorkerPool {
 public:
  explicit WorkerPool(WorkerFactory make) : make_(std::move(make)) {}

  /// A worker that nobody else is using.
  Worker& acquire();
  void release(Worker& worker);

  /// All workers that were made, for what they have gathered.
  const std::vector<std::unique_ptr<Worker>>& all() const { return workers_; }

 private:
  const WorkerFactory make_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Worker>> workers_;
  std::vector<Worker*> idle_;
};

}  // namespace ku
