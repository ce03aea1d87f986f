#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/io/diagnostics.hpp"

namespace ku {

enum class ProgressMode {
  automatic,  ///< on a terminal, if the size of the input is known and it takes over two seconds
  always,
  never,
};

/// A progress bar on standard error: share done, speed, time left.
class Progress {
 public:
  Progress(ProgressMode mode, const std::vector<std::string>& files, Diagnostics& diagnostics);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  Progress(Progress&&) = delete;
  Progress& operator=(Progress&&) = delete;

  /// Shows how far it is, a few times a second at most. `bytes` counts what has been read of all files since the start,
  /// or since `begin_run`.
  void update(std::uint64_t bytes);
  /// From now on `update` is told of bytes in another run, which come on top of those so far.
  void begin_run() { before_ += std::exchange(in_run_, 0); }

 private:
  using Clock = std::chrono::steady_clock;

  Diagnostics& diagnostics_;
  bool is_on_;
  std::optional<std::uint64_t> total_;  // bytes; nothing if it cannot be known
  Clock::time_point start_ = Clock::now();
  Clock::time_point next_;
  std::uint64_t before_ = 0;
  std::uint64_t in_run_ = 0;
};

/// The line that the bar is drawn in. `total` is nothing if unknown.
std::string progress_line(std::uint64_t bytes, std::optional<std::uint64_t> total, double seconds);

}  // namespace ku
