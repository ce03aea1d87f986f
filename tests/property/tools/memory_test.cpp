// Fault injection: whichever allocation fails, a tool prints a message, exits with an error status and leaves no file.

#include <gtest/gtest.h>
#include <sys/mman.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "support/temporary_directory.hpp"
#include "tools/tool_runner.hpp"

namespace {

/// How many allocations succeed; shared with the process that the tool runs in.
struct Supply {
  std::atomic<long> left = 0;     // allocations
  bool is_gone_for_good = false;  // all later allocations fail too, not only one
};
Supply* supply = nullptr;
bool is_counted = false;  // in that process only

bool fails() {
  if (!is_counted) return false;
  const long left = supply->left--;
  return left == 0 || (left < 0 && supply->is_gone_for_good);
}

}  // namespace

// NOLINTBEGIN(misc-definitions-in-headers): that of the whole program
[[gnu::noinline]] void* operator new(std::size_t size) {
  void* const memory = fails() ? nullptr : std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t /*size*/) noexcept { std::free(memory); }
// NOLINTEND(misc-definitions-in-headers)

namespace ku::test {
namespace {

/// Runs a command repeatedly, letting a later allocation fail each time, until none fails.
void expect_clean_failures(const Command& command, std::string_view text) {
  const sorani::test::TemporaryDirectory directory;
  const bool has_output = command.options.empty() || command.options.front() != "--check";
  const int trouble = has_output ? 1 : 2;
  std::vector<std::string> output;
  if (has_output) output = {"-o", (directory.path() / "out").string()};
  const auto written = [&] {
    std::ifstream in(directory.path() / "out");
    return std::string(std::istreambuf_iterator<char>(in), {});
  };
  supply->left = std::numeric_limits<long>::max();
  const Outcome expected = run(command, output, text);
  const std::string expected_output = written();
  for (const bool for_good : {true, false}) {
    supply->is_gone_for_good = for_good;
    long failures = 0;
    for (long n = 0;; n += 1 + n / 20) {
      std::filesystem::remove(directory.path() / "out");
      supply->left = n;
      const Outcome outcome = run(command, output, text);
      if (supply->left >= 0) break;
      // Some algorithms of the standard library fall back to less memory.
      if (outcome == expected && written() == expected_output) continue;
      ++failures;
      ASSERT_TRUE(std::filesystem::is_empty(directory.path())) << shown(command) << " after " << n;
      ASSERT_EQ(outcome.status, trouble) << shown(command) << " after " << n;
      ASSERT_NE(outcome.err.find("out of memory"), std::string::npos) << shown(command) << " after " << n << '\n'
                                                                      << outcome.err;
    }
    EXPECT_GT(failures, 10) << shown(command);
  }
}

TEST(OutOfMemory, EndsEveryToolCleanly) {
  void* const shared = ::mmap(nullptr, sizeof(Supply), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  ASSERT_NE(shared, MAP_FAILED);
  supply = new (shared) Supply;
  before_run = [] { is_counted = true; };
  std::string text;
  for (int i = 0; i < 100; ++i) text += "كورد و ئاو " + std::to_string(i) + " نان.\n";
  for (const Command& command : std::vector<Command>{{"ku-norm", {}},
                                                     {"ku-norm", {"-j", "3", "--chunk-size", "500"}},
                                                     {"ku-norm", {"--explain"}},
                                                     {"ku-norm", {"--check"}},
                                                     {"ku-norm", {"--encoding", "utf-8", "--stats"}},
                                                     {"ku-lid", {}},
                                                     {"ku-tok", {}},
                                                     {"ku-tok", {"-s", "-f", "conllu"}},
                                                     {"ku-latin", {}},
                                                     {"ku-latin", {"-r"}},
                                                     {"ku-count", {"-n", "1-2"}},
                                                     {"ku-count", {"-n", "2", "-S", "10K"}},
                                                     {"ku-count", {"-n", "2", "-j", "3", "--chunk-size", "500"}},
                                                     {"ku-count", {"--fold", "search", "--sort", "alphabet"}}}) {
    expect_clean_failures(command, text);
  }
  std::string objects;
  for (int i = 0; i < 30; ++i) objects += "{\"id\":" + std::to_string(i) + ",\"text\":\"كورد\\nنان. ئاو\"}\n";
  for (const Command& command :
       std::vector<Command>{{"ku-norm", {"-F", "text"}},
                            {"ku-norm", {"-F", "text", "--explain", "-j", "3", "--chunk-size", "500"}},
                            {"ku-tok", {"-s", "-F", "text", "--into", "sentences"}},
                            {"ku-count", {"-C", "1"}}}) {
    expect_clean_failures(command, objects);
  }
  before_run = nullptr;
  supply = nullptr;
}

}  // namespace
}  // namespace ku::test
