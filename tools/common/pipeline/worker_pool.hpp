#pragma once

#include <concepts>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "common/pipeline/chunk.hpp"

namespace ku {

/// Lends workers to the threads of the pipeline. May be used by several threads at once.
class WorkerSource {
 public:
  virtual ~WorkerSource() = default;
  /// A worker that no other thread has, until it is given back.
  virtual Worker& acquire() = 0;
  virtual void release(Worker& worker) = 0;
  /// Called for each chunk before its worker, to find what is to be processed in its records: appends their values to
  /// `values`. At an error returns it; then there are only values of the records before. `begins_file`: the chunk is
  /// the first of its file. Does nothing where all text is processed.
  virtual std::optional<RecordError> find_values(const Chunk& /*chunk*/, bool /*begins_file*/,
                                                 std::vector<Value>& /*values*/) {
    return std::nullopt;
  }
};

/// Makes workers of type `T` on demand: as many as are in use at the same time, one per thread. They live as long as
/// the pool, so what they have gathered can be read after the run.
template <std::derived_from<Worker> T = Worker>
class WorkerPool final : public WorkerSource {
 public:
  explicit WorkerPool(std::function<std::unique_ptr<T>()> make) : make_(std::move(make)) {}

  Worker& acquire() override {
    const std::lock_guard lock(mutex_);
    if (idle_.empty()) {
      workers_.push_back(make_());
      return *workers_.back();
    }
    Worker& worker = *idle_.back();
    idle_.pop_back();
    return worker;
  }

  void release(Worker& worker) override {
    const std::lock_guard lock(mutex_);
    idle_.push_back(&worker);
  }

  /// All workers. To be read when the pipeline has ended.
  std::span<const std::unique_ptr<T>> all() const { return workers_; }

 private:
  const std::function<std::unique_ptr<T>()> make_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<T>> workers_;
  std::vector<Worker*> idle_;
};

}  // namespace ku
