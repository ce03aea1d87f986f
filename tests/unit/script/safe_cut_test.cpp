// Where a long line may be cut. That the rules see no difference is a property test of each tool
// (tests/property/tools).

#include <gtest/gtest.h>

#include <algorithm>
#include <sorani/fragment.hpp>
#include <string>
#include <string_view>

namespace sorani {
namespace {

/// The text with a bar where it may be cut last.
std::string cut(std::string_view text, std::size_t from = 0) {
  const std::size_t at = safe_cut(text, from);
  std::string shown(text.substr(0, at));
  if (at != 0) shown += '|';
  return shown.append(text.substr(at));
}

TEST(SafeCut, IsAfterTheLastSpaceBetweenLetters) {
  EXPECT_EQ(cut("ab cd gf"), "ab cd |gf");
  EXPECT_EQ(cut("باش نان ab"), "باش نان |ab");
  EXPECT_EQ(cut("نان باش"), "نان |باش");
}

TEST(SafeCut, IsNowhereElse) {
  for (const std::string_view text : {"", " ", "ab", "ab  cd", " ab", "ab ", "ab\tcd", "ab\u00A0cd", "ab. cd", "ab 12",
                                      "12 ab", "ab «cd", "ab\u200C cd"}) {
    EXPECT_EQ(safe_cut(text), 0U) << text;
  }
}

TEST(SafeCut, KeepsAwayFromWawAndHeh) {
  EXPECT_EQ(cut("نان باش و ئاو"), "نان |باش و ئاو");
  EXPECT_EQ(cut("نان باش وشە"), "نان |باش وشە");
  for (const std::string letter : {"و", "ؤ", "ۏ", "ه", "ة", "ھ", "ۀ", "ہ", "ۆ", "ۇ"}) {
    EXPECT_EQ(safe_cut("نا" + letter + " باش"), 0U) << letter;
    EXPECT_EQ(safe_cut("باش " + letter + "نا"), 0U) << letter;
  }
}

TEST(SafeCut, KeepsAwayFromTheCopula) {
  for (const std::string word : {"e", "ye", "in", "im", "Me", "n", "y."})
    EXPECT_EQ(safe_cut("baş " + word), 0U) << word;
  EXPECT_EQ(cut("ab yek"), "ab |yek");
  EXPECT_EQ(cut("ab o"), "ab |o");
}

TEST(SafeCut, IsNotBeforeFrom) {
  EXPECT_EQ(cut("ab cd gf", 5), "ab cd |gf");
  EXPECT_EQ(safe_cut("ab cd gf", 6), 0U);
  EXPECT_EQ(safe_cut("ab cd", 5), 0U);
}

TEST(SafeCut, IsFoundInTheLastThreeBytesWhenTextIsAppended) {
  const std::string_view line = "ab و cd نان باش ئاو";
  for (std::size_t size = 0; size < line.size(); ++size) {
    if (safe_cut(line.substr(0, size)) != 0) continue;
    const std::size_t from = size - std::min<std::size_t>(size, 3);
    EXPECT_EQ(safe_cut(line, from), safe_cut(line)) << size;
  }
}

}  // namespace
}  // namespace sorani
