// Each mode of each tool takes time linear in the length of a line. The complexity tests of the library try more texts;
// this one covers what the tools add: reading, cutting long lines, output formats, tables.

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "complexity/cost.hpp"
#include "support/temporary_directory.hpp"
#include "tools/tool_runner.hpp"

namespace ku::test {
namespace {

using namespace std::string_view_literals;
using sorani::test::cost_failure;
using sorani::test::Operation;

constexpr std::string_view kUnits[] = {
    "باش، "sv,
    "وی"sv,
    "a"sv,
    "("sv,
    "د. "sv,
    "\""sv,
    "a@b.org,"sv,
    "http://a.org/b\""sv,
    " "sv,
    "ه\u200C\u200C"sv,
    "ل\u064E\u0651"sv,
    "&amp;"sv,
    "1,"sv,
    "{a"sv,
    "😀\u200D"sv,
    "\t"sv,
};

/// Lines are several times as long as a chunk. The time includes the tables that a tool builds before reading.
Operation running(const Command& command) {
  const bool is_check =
      !command.options.empty() && (command.options.front() == "--check" || command.options.front() == "--keep");
  const auto run_once = [=](std::string_view text) {
    EXPECT_LE(run(command, {"--chunk-size", "3000"}, text).status, is_check ? 1 : 0) << shown(command);
  };
  return {shown(command), [=] { return run_once; }, std::size_t{6} << 10};
}

std::string repeated(std::string_view unit, std::size_t size) {
  std::string text;
  while (text.size() < size) text += unit;
  return text;
}

class Linear : public testing::TestWithParam<const char*> {};

TEST_P(Linear, InTheLengthOfALine) {
  const sorani::test::TemporaryDirectory directory;
  std::string rows = "باش\tچاک\nنان\tئاو و خاک\n";
  for (const std::string_view unit : kUnits) {
    // Keys of the word map that are as long as possible.
    if (unit == "وی" || unit == "a") rows += repeated(unit, 60) + "\tx\n";
  }
  for (const Command& mode : all_modes(directory.write("map.tsv", rows).string())) {
    if (mode.tool != GetParam()) continue;
    for (const std::string_view unit : kUnits) {
      const std::string failure =
          cost_failure(running(mode), [&](std::size_t size) { return repeated(unit, size) + '\n'; });
      EXPECT_TRUE(failure.empty()) << unit << ": " << failure;
    }
  }
}

std::string tool_name(const testing::TestParamInfo<const char*>& info) { return std::string(info.param).substr(3); }

INSTANTIATE_TEST_SUITE_P(Tools, Linear, testing::Values("ku-count", "ku-latin", "ku-lid", "ku-norm", "ku-tok"),
                         tool_name);

/// A table of long keys that begin alike, and one of many rows.
TEST(LinearTables, AreMergedInTheirLength) {
  const auto long_keys = [](std::size_t size) {
    const std::string key = repeated("\u0644\u064E", size / 4);
    std::string table;
    for (const char* const end : {"a", "b", "c", "d"}) table.append(key).append(end).append("\t1\n");
    return table;
  };
  const auto many_rows = [](std::size_t size) {
    std::string table;
    for (std::size_t i = 10'000'000; table.size() < size; ++i) table += std::to_string(i) + "\t1\n";
    return table;
  };
  for (const char* const order : {"count", "key", "alphabet"}) {
    for (const char* const memory : {"1b", "100M"}) {
      const Operation merging{"--merge --sort " + std::string(order) + " -S " + memory,
                              [=]() -> std::function<void(std::string_view)> {
                                return [=](std::string_view table) {
                                  const Command merge{"ku-count", {"--merge", "--sort", order, "-S", memory}};
                                  EXPECT_EQ(run(merge, {}, table).err, "");
                                };
                              },
                              std::size_t{16} << 10};
      EXPECT_EQ(cost_failure(merging, long_keys), "");
      EXPECT_EQ(cost_failure(merging, many_rows), "");
    }
  }
}

}  // namespace
}  // namespace ku::test
