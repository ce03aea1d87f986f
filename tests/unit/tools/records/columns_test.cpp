#include "common/records/columns.hpp"

#include <gtest/gtest.h>

#include <string>

namespace ku {
namespace {

using Ranges = std::vector<ColumnRange>;
constexpr std::size_t kNoEnd = ColumnRange::kNoEnd;

TEST(ParseColumns, ReadsRanges) {
  EXPECT_EQ(parse_columns("2"), (Ranges{{2, 2}}));
  EXPECT_EQ(parse_columns("1,3-4"), (Ranges{{1, 1}, {3, 4}}));
  EXPECT_EQ(parse_columns("2-"), (Ranges{{2, kNoEnd}}));
  EXPECT_EQ(parse_columns("4,2-3,3-5,1"), (Ranges{{1, 1}, {2, 5}}));
  EXPECT_EQ(parse_columns("3-,5-6,9"), (Ranges{{3, kNoEnd}}));
}

TEST(ParseColumns, RejectsOthers) {
  for (const char* const list :
       {"", "0", "-3", "a", "1,", ",1", "3-2", "1-2-3", " 1", "1;2", "0-1", "+1", "99999999999999999999"}) {
    EXPECT_EQ(parse_columns(list), std::nullopt) << list;
  }
}

/// The values in brackets.
std::string marked(std::string text, std::string_view list, char terminator = '\n') {
  const Ranges ranges = parse_columns(list).value();
  std::vector<Value> values;
  EXPECT_FALSE(make_column_finder(ranges)->find(text, terminator, true, values));
  for (auto value = values.rbegin(); value != values.rend(); ++value) {
    text.insert(value->end, 1, ']');
    text.insert(value->begin, std::to_string(value->line) + "/" + std::to_string(value->field) + "[");
  }
  return text;
}

TEST(ColumnFinder, FindsColumns) {
  EXPECT_EQ(marked("a\tb\tc\nd\te\tf\n", "2"), "a\t0/1[b]\tc\nd\t1/1[e]\tf\n");
  EXPECT_EQ(marked("a\tb\tc\td", "1,3-"), "0/0[a]\tb\t0/2[c]\t0/3[d]");
  EXPECT_EQ(marked("a\n\nb\t\n", "2"), "a\n\nb\t2/1[]\n");
  EXPECT_EQ(marked("\n", "1"), "0/0[]\n");
}

TEST(ColumnFinder, LeavesTheEndOfARecordOut) {
  EXPECT_EQ(marked("a\tb\r\nc\td\r", "2"), "a\t0/1[b]\r\nc\t1/1[d\r]");
  EXPECT_EQ(marked(std::string("a\tb\nc\0d\te\0", 10), "2", '\0'), std::string("a\t0/1[b\nc]\0d\t1/1[e]\0", 20));
}

}  // namespace
}  // namespace ku
