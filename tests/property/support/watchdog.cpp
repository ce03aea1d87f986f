#include "support/watchdog.hpp"

#include <cstdio>
#include <cstdlib>
#include <utility>

namespace sorani::test {

Watchdog::Watchdog(std::chrono::seconds limit)
    : limit_(limit), deadline_(std::chrono::steady_clock::now() + limit), thread_([this] { watch(); }) {}

Watchdog::~Watchdog() {
  {
    const std::lock_guard lock(mutex_);
    done_ = true;
  }
  wake_.notify_all();
  thread_.join();
}

void Watchdog::begin(std::string description) {
  const std::lock_guard lock(mutex_);
  description_ = std::move(description);
  deadline_ = std::chrono::steady_clock::now() + limit_;
}

void Watchdog::watch() {
  std::unique_lock lock(mutex_);
  while (!wake_.wait_for(lock, std::chrono::milliseconds(200), [this] { return done_; })) {
    if (std::chrono::steady_clock::now() < deadline_) continue;
    std::fprintf(stderr, "no end after %lld s: %s\n", static_cast<long long>(limit_.count()), description_.c_str());
    std::fflush(stderr);
    std::_Exit(1);
  }
}

}  // namespace sorani::test
