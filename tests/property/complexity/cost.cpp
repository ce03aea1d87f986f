#include "complexity/cost.hpp"

#include <fmt/core.h>
#include <time.h>

#include <algorithm>
#include <limits>

namespace sorani::test {
namespace {

#if defined(__OPTIMIZE__)
constexpr std::size_t kShare = 1;
#else
constexpr std::size_t kShare = 8;
#endif
constexpr std::size_t kTimes = 16;
constexpr double kMostTimes = 36;
/// Seconds a pair of bytes: half of what the quickest scan takes that looks at 64 bytes a cycle.
constexpr double kQuick = 2.5e-12;
constexpr int kRounds = 4;

/// Seconds of the processor that the operation takes.
double cost(const Operation& operation, std::string_view text) {
  const auto run = operation.make();
  timespec begin{}, end{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &begin);
  run(text);
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
  return static_cast<double>(end.tv_sec - begin.tv_sec) + 1e-9 * static_cast<double>(end.tv_nsec - begin.tv_nsec);
}

}  // namespace

std::string cost_failure(const Operation& operation, const MakeText& make_text) {
  const std::string brief = make_text(operation.size / kShare);
  const std::string longer = make_text(kTimes * operation.size / kShare);
  const double scale = static_cast<double>(longer.size()) / static_cast<double>(kTimes * brief.size());
  const double quick = kQuick * static_cast<double>(longer.size()) * static_cast<double>(longer.size());
  double of_brief = std::numeric_limits<double>::max();
  double of_longer = std::numeric_limits<double>::max();
  for (int round = 0; round < kRounds; ++round) {
    of_longer = std::min(of_longer, cost(operation, longer));
    if (of_longer < quick) return {};
    // A short time is disturbed more; the largest of two is still linear.
    const double again = std::max(cost(operation, brief), cost(operation, brief));
    of_brief = round == 0 ? again : std::max(of_brief, again);
    if (of_longer <= kMostTimes * scale * of_brief) return {};
  }
  return fmt::format("{}: {} bytes take {:.2f} ms, {} bytes {:.2f} ms", operation.name, brief.size(), 1e3 * of_brief,
                     longer.size(), 1e3 * of_longer);
}

}  // namespace sorani::test
