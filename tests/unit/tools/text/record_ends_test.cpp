#include "common/text/record_ends.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace ku {
namespace {

TEST(CountByte, EqualsAnObviousCountForEverySize) {
  std::string text;
  for (std::size_t size = 0; size < 300; ++size) {
    ASSERT_EQ(count_byte(text, 'x'), static_cast<std::uint64_t>(std::count(text.begin(), text.end(), 'x'))) << size;
    text += size % 3 == 0 ? 'x' : 'y';
  }
}

TEST(CountByte, DoesNotOverflowItsCounters) {
  for (const std::size_t size : {64U * 255, 64U * 256, 64U * 255 * 3 + 63}) {
    EXPECT_EQ(count_byte(std::string(size, '\n'), '\n'), size);
  }
}

TEST(EndOfLastRecord, IsPastTheLastTerminator) {
  EXPECT_EQ(end_of_last_record("", '\n'), 0U);
  EXPECT_EQ(end_of_last_record("abc", '\n'), 0U);
  EXPECT_EQ(end_of_last_record("a\nbc", '\n'), 2U);
  EXPECT_EQ(end_of_last_record("a\nb\n", '\n'), 4U);
  EXPECT_EQ(end_of_last_record(std::string_view("a\0b\nc", 5), '\0'), 2U);
}

}  // namespace
}  // namespace ku
