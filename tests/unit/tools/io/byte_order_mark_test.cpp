#include "common/io/input/byte_order_mark.hpp"

#include <gtest/gtest.h>

#include <string_view>

namespace ku {
namespace {

using namespace std::string_view_literals;

TEST(FindByteOrderMark, FindsTheMarks) {
  EXPECT_EQ(find_byte_order_mark("\xFF\xFE"
                                 "ab"sv)
                .charset,
            "UTF-16");
  EXPECT_EQ(find_byte_order_mark("\xFE\xFF"
                                 "ab"sv)
                .charset,
            "UTF-16");
  EXPECT_EQ(find_byte_order_mark("\xFF\xFE\0\0"sv).charset, "UTF-32");
  EXPECT_EQ(find_byte_order_mark("\0\0\xFE\xFF"sv).charset, "UTF-32");
}

TEST(FindByteOrderMark, FindsNoneInUtf8) {
  for (const std::string_view start : {"\xEF\xBB\xBF"sv, "abcd"sv, "کو"sv, "\0\0ab"sv, "\xFE\xFE\0\0"sv}) {
    EXPECT_EQ(find_byte_order_mark(start).charset, "") << start;
    EXPECT_TRUE(find_byte_order_mark(start).is_decided) << start;
  }
}

TEST(FindByteOrderMark, IsUndecidedWhileMoreBytesMatter) {
  for (const std::string_view start :
       {""sv, "\xFF"sv, "\xFE"sv, "\0"sv, "\0\0"sv, "\0\0\xFE"sv, "\xFF\xFE"sv, "\xFF\xFE\0"sv}) {
    EXPECT_FALSE(find_byte_order_mark(start).is_decided) << start.size();
  }
  // UTF-16 unless two NULs follow.
  EXPECT_EQ(find_byte_order_mark("\xFF\xFE"sv).charset, "UTF-16");
  EXPECT_TRUE(find_byte_order_mark("\xFE\xFF"sv).is_decided);
}

}  // namespace
}  // namespace ku
