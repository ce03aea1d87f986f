#include "common/text/escapes/visible.hpp"

#include <gtest/gtest.h>

#include <string>

namespace ku {
namespace {

std::string visible(std::string_view text) {
  std::string out;
  append_visible(text, out);
  return out;
}

TEST(AppendVisible, KeepsOrdinaryText) {
  for (const std::string text : {"", "abc کورد ١٢، é 😀", "e\u0301", "a b"}) EXPECT_EQ(visible(text), text);
}

TEST(AppendVisible, EscapesControls) {
  EXPECT_EQ(visible("a\tb\nc\rd\\e"), R"(a\tb\nc\rd\\e)");
  EXPECT_EQ(visible(std::string_view("\0\x1B[31m\x7F", 7)), R"(\u0000\u001b[31m\u007f)");
}

TEST(AppendVisible, EscapesInvisibleCharacters) {
  EXPECT_EQ(visible("\u200C\u200F\u00AD\uFEFF"), R"(\u200c\u200f\u00ad\ufeff)");
  EXPECT_EQ(visible("\u00A0\u3000"), R"(\u00a0\u3000)");  // spaces other than U+0020
  EXPECT_EQ(visible("\uE000\u0378"), R"(\ue000\u0378)");  // private use, unassigned
  EXPECT_EQ(visible("\U000E0001"), R"(\U000e0001)");
}

TEST(AppendVisible, EscapesAMarkOnlyAtTheStart) {
  EXPECT_EQ(visible("\u064Eا"), R"(\u064eا)");
  EXPECT_EQ(visible("ا\u064E"), "ا\u064E");
}

TEST(AppendVisible, EscapesIllFormedBytes) {
  EXPECT_EQ(visible("a\xFF\xD8z"), R"(a\xff\xd8z)");
  EXPECT_EQ(visible("\xE2\x80"), R"(\xe2\x80)");
}

}  // namespace
}  // namespace ku
