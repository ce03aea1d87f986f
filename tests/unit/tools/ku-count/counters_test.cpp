#include "ku-count/counters.hpp"

#include <gtest/gtest.h>

#include <string>

#include "support/list_rows.hpp"
#include "support/temporary_directory.hpp"

namespace ku::count {
namespace {

using sorani::test::List;
using sorani::test::list_of;

/// Lines of a few words, and one that is longer than any chunk.
std::string sample() {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "نان و ئاو word" + std::to_string(i % 37) + "\n";
  for (int i = 0; i < 60'000; ++i) text += "long line word" + std::to_string(i % 11) + ' ';
  return text + "\nend\n";
}

struct Counted {
  List rows;
  sorani::TextStatistics statistics;
};

Counted count_file(const std::string& file, unsigned jobs, std::size_t memory, unsigned max_n) {
  Options options;
  options.common.files = {file};
  options.common.jobs = jobs;
  options.common.chunk_size = 10'000;
  options.ngrams.max_n = max_n;
  options.ngrams.with_statistics = true;
  options.summary = true;
  options.storage = {memory, testing::TempDir()};
  Counters counters(options);
  const Output output;
  Diagnostics diagnostics("test");
  EXPECT_TRUE(counters.read(output, diagnostics));
  Counted counted{list_of(counters.rows({})), counters.statistics()};
  EXPECT_LE(counters.memory_left(), memory);
  return counted;
}

// However many jobs share the lines and the memory, and whether counters are absorbed or merged.
TEST(Counters, CountTheSameInAnyNumberOfJobs) {
  const sorani::test::TemporaryDirectory directory;
  const std::string file = directory.write("text", sample());
  for (const unsigned max_n : {1U, 3U}) {
    const Counted expected = count_file(file, 1, std::size_t{1} << 28, max_n);
    EXPECT_EQ(expected.rows.front().second, 60'000U);
    EXPECT_EQ(expected.statistics.lines, 502U);
    EXPECT_EQ(expected.statistics.longest_line, 180'000U);
    for (const unsigned jobs : {1U, 3U}) {
      for (const std::size_t memory : {std::size_t{100'000}, std::size_t{1} << 28}) {
        const Counted counted = count_file(file, jobs, memory, max_n);
        EXPECT_EQ(counted.rows, expected.rows) << jobs << ' ' << memory << ' ' << max_n;
        EXPECT_EQ(counted.statistics.lines, expected.statistics.lines) << jobs << ' ' << memory;
        EXPECT_EQ(counted.statistics.longest_line, expected.statistics.longest_line) << jobs << ' ' << memory;
      }
    }
  }
}

TEST(Counters, TellWhetherAllWasRead) {
  Options options;
  options.common.files = {"/no/such/file"};
  Counters counters(options);
  const Output output;
  Diagnostics diagnostics("test");
  EXPECT_FALSE(counters.read(output, diagnostics));
  EXPECT_EQ(diagnostics.exit_status(), 1);
}

}  // namespace
}  // namespace ku::count
