#include "common/pipeline/threads.hpp"

#include <latch>
#include <new>
#include <system_error>
#include <thread>
#include <vector>

namespace ku {

unsigned startable_threads(unsigned wanted) {
  if (wanted <= 1) return 1;
  std::vector<std::thread> others;
  std::latch all_started(1);
  try {
    others.reserve(wanted - 1);
    // All of them live until the last one has started, so that they count against the limits together.
    while (others.size() < wanted - 1) others.emplace_back([&] { all_started.wait(); });
  } catch (const std::system_error&) {  // NOLINT(bugprone-empty-catch): the limit is reached
  } catch (const std::bad_alloc&) {     // NOLINT(bugprone-empty-catch)
  }
  all_started.count_down();
  for (std::thread& other : others) other.join();
  return static_cast<unsigned>(others.size()) + 1;
}

}  // namespace ku
