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

  /// Redraws the bar, a few times a second at most. `bytes` have been read since the start, or since `begin_run`.
  void update(std::uint64_t bytes);
  /// Begins another run: `update` counts from 0 again, and the bar adds the bytes of the runs before.
  void begin_run() { bytes_before_run_ += std::exchange(bytes_in_run_, 0); }

 private:
  using Clock = std::chrono::steady_clock;

  Diagnostics& diagnostics_;
  bool is_on_;
  std::optional<std::uint64_t> total_;  // bytes; empty if unknown
  Clock::time_point start_ = Clock::now();
  Clock::time_point next_;
  std::uint64_t bytes_before_run_ = 0;
  std::uint64_t bytes_in_run_ = 0;
};

/// The text of the bar. `total` is empty if unknown.
std::string progress_line(std::uint64_t bytes, std::optional<std::uint64_t> total, double seconds);

}  // namespace ku
