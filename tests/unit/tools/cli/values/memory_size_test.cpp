#include "common/cli/values/memory_size.hpp"

#include <gtest/gtest.h>

#include <string>

#include "common/io/diagnostics.hpp"
#include "support/error_message.hpp"

namespace ku {
namespace {

std::size_t parsed(const std::string& value) { return parse_memory_size("-S", value); }

TEST(ParseMemorySize, ReadsTheSuffixesOfSort) {
  EXPECT_EQ(parsed("7"), 7U << 10);
  EXPECT_EQ(parsed("7b"), 7U);
  EXPECT_EQ(parsed("7K"), 7U << 10);
  EXPECT_EQ(parsed("7k"), 7U << 10);
  EXPECT_EQ(parsed("7M"), 7U << 20);
  EXPECT_EQ(parsed("7g"), std::size_t{7} << 30);
  EXPECT_EQ(parsed("7T"), std::size_t{7} << 40);
  EXPECT_EQ(parsed("7P"), std::size_t{7} << 50);
  EXPECT_EQ(parsed("15E"), std::size_t{15} << 60);
}

TEST(ParseMemorySize, TakesAShareOfTheMemory) {
  EXPECT_EQ(parsed("100%"), usable_memory() / 100 * 100);
  EXPECT_EQ(parsed("1%"), usable_memory() / 100);
}

TEST(ParseMemorySize, RejectsWhatIsNoSize) {
  for (const std::string value : {"", "K", "-1", "1KB", "1B", "1x", "1 K", "%", "1.5G"}) {
    EXPECT_EQ(sorani::test::error_message<UsageError>([&] { parsed(value); }),
              "-S: '" + value + "' is not a size; write it as 512K, 8M, 2G or 50%");
  }
}

TEST(ParseMemorySize, RejectsWhatIsOutOfRange) {
  for (const std::string value : {"0", "0b", "16E", "18014398509481984K", "101%", "0%"}) {
    EXPECT_THROW(parsed(value), UsageError) << value;
  }
}

TEST(UsableMemory, IsAPlausibleSize) { EXPECT_GT(usable_memory(), std::size_t{1} << 20); }

}  // namespace
}  // namespace ku
