// limits: prints how fast the machine copies, checks and converts the text of a file, in memory and by one thread.
// Lines of name<TAB>bytes per second, for compare_commands.

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#ifdef BENCH_HAS_SIMDUTF
#include <simdutf.h>
#endif

namespace {

/// The median of the speeds of several runs. What `work` returns is kept, so that it is not optimized away.
template <typename Work>
double bytes_per_second(std::size_t bytes, Work work) {
  constexpr int kRuns = 11;
  using Clock = std::chrono::steady_clock;
  std::vector<double> speeds;
  for (int i = 0; i < kRuns; ++i) {
    const auto begin = Clock::now();
    [[maybe_unused]] volatile std::size_t kept = work();
    const std::chrono::duration<double> time = Clock::now() - begin;
    speeds.push_back(static_cast<double>(bytes) / time.count());
  }
  std::sort(speeds.begin(), speeds.end());
  return speeds[kRuns / 2];
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: limits FILE\n");
    return 2;
  }
  std::ifstream file(argv[1], std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file || text.empty()) {
    fmt::print(stderr, "limits: {}: cannot be read, or is empty\n", argv[1]);
    return 1;
  }
  std::string copy(text.size(), ' ');
  fmt::print("memcpy\t{:.0f}\n", bytes_per_second(text.size(), [&] {
               std::memcpy(copy.data(), text.data(), text.size());
               return static_cast<std::size_t>(copy[copy.size() / 2]);
             }));
#ifdef BENCH_HAS_SIMDUTF
  fmt::print("simdutf\t{:.0f}\n",
             bytes_per_second(text.size(), [&, wide = std::u16string(text.size(), u' ')]() mutable {
               return simdutf::convert_utf8_to_utf16le(text.data(), text.size(), wide.data());
             }));
#endif
  return 0;
}
