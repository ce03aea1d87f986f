#include "common/pipeline/progress.hpp"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>

#include "common/io/input/source.hpp"

namespace ku {
namespace {

using namespace std::chrono_literals;

/// Shorter runs show no bar.
constexpr auto kDelay = 2s;
constexpr auto kInterval = 100ms;
constexpr std::size_t kBarWidth = 30;

std::optional<std::uint64_t> total_size(const std::vector<std::string>& files) {
  if (files.empty()) return size_of_file("-");
  std::uint64_t total = 0;
  for (const std::string& file : files) {
    const auto size = size_of_file(file);
    if (!size) return std::nullopt;
    total += *size;
  }
  return total;
}

std::string clock_time(double seconds) {
  const auto whole = static_cast<std::uint64_t>(std::ceil(seconds));
  if (whole < 3600) return fmt::format("{}:{:02}", whole / 60, whole % 60);
  return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

}  // namespace

Progress::Progress(ProgressMode mode, const std::vector<std::string>& files, Diagnostics& diagnostics)
    : diagnostics_(diagnostics), is_on_(mode != ProgressMode::never) {
  if (is_on_) total_ = total_size(files);
  if (mode == ProgressMode::automatic) is_on_ = total_ && ::isatty(STDERR_FILENO) == 1;
  next_ = mode == ProgressMode::always ? start_ : start_ + kDelay;
}

Progress::~Progress() {
  if (is_on_) diagnostics_.show_transient("");
}

void Progress::update(std::uint64_t bytes) {
  if (!is_on_) return;
  bytes_in_run_ = bytes;
  const Clock::time_point now = Clock::now();
  if (now < next_) return;
  next_ = now + kInterval;
  diagnostics_.show_transient(
      progress_line(bytes_before_run_ + bytes, total_, std::chrono::duration<double>(now - start_).count()));
}

std::string progress_line(std::uint64_t bytes, std::optional<std::uint64_t> total, double seconds) {
  const double done = static_cast<double>(bytes);
  const double rate = seconds > 0 ? done / seconds : 0;
  if (!total) return fmt::format("{:.1f} MB  {:.0f} MB/s  {}", done / 1e6, rate / 1e6, clock_time(seconds));
  const double share = *total == 0 ? 1 : std::min(done / static_cast<double>(*total), 1.0);
  const auto filled = static_cast<std::size_t>(share * kBarWidth);
  const double left = rate > 0 ? std::max(static_cast<double>(*total) - done, 0.0) / rate : 0;
  return fmt::format("{:3.0f}% [{:<{}}] {:.0f} MB/s  {} left", share * 100, std::string(filled, '='), kBarWidth,
                     rate / 1e6, clock_time(left));
}

}  // namespace ku
