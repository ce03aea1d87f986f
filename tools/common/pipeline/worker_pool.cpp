#include "common/pipeline/worker_pool.hpp"

namespace ku {

Worker& WorkerPool::acquire() {
  const std::lock_guard lock(mutex_);
  if (idle_.empty()) {
    workers_.push_back(make_());
    return *workers_.back();
  }
  Worker& worker = *idle_.back();
  idle_.pop_back();
  return worker;
}

void WorkerPool::release(Worker& worker) {
  const std::lock_guard lock(mutex_);
  idle_.push_back(&worker);
}

}  // namespace ku
