#include "count/sort/alphabet_order.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "script/script.hpp"
#include "utf8/utf8.hpp"

namespace sorani::count {
namespace {

std::string sort_key(std::string_view text) {
  static AlphabetOrder order;
  std::string key;
  order.append_sort_key(text, key);
  return key;
}

std::vector<std::string> sorted(std::vector<std::string> words) {
  std::sort(words.begin(), words.end(),
            [](const std::string& a, const std::string& b) { return sort_key(a) < sort_key(b); });
  return words;
}

TEST(AlphabetOrder, LettersFollowEachOtherAsInTheAlphabet) {
  std::string before;
  for (const script::Letter& letter : script::alphabet()) {
    std::string text;
    utf8::append(letter.value, text);
    EXPECT_LT(sort_key(before), sort_key(text)) << before << ' ' << text;
    // As the first letter that differs, whatever comes after it.
    if (!before.empty()) {
      EXPECT_LT(sort_key("ن" + before + "ێێ"), sort_key("ن" + text + "ئ")) << before << ' ' << text;
    }
    before = text;
  }
}

TEST(AlphabetOrder, OtherArabicLettersStandWhereArabicHasThem) {
  const std::vector<std::string> letters{"ت", "ث", "ج", "د", "ذ", "ر", "ڕ", "ز", "ش", "ص", "ض", "ط", "ظ", "ع"};
  EXPECT_EQ(sorted({letters.rbegin(), letters.rend()}), letters);
}

TEST(AlphabetOrder, WhatIsTypedForALetterStandsNextToIt) {
  const std::vector<std::string> words{"کا", "كا", "کب", "كب", "گا", "یا", "يا", "یب", "يب"};
  EXPECT_EQ(sorted({words.rbegin(), words.rend()}), words);
  for (const script::LookAlike& look_alike : script::look_alikes()) {
    if (look_alike.letter.size() != 1) continue;
    std::string letter;
    std::string other;
    utf8::append(look_alike.letter.front(), letter);
    utf8::append(look_alike.value, other);
    EXPECT_LT(sort_key(letter + "ا"), sort_key(other + "ا"));
    EXPECT_LT(sort_key(other + "ا"), sort_key(letter + "ب"));
  }
}

TEST(AlphabetOrder, WordsAndTheirNgrams) {
  const std::vector<std::string> words{"12",   "abc", "ئاو",   "ئاو و", "ئاوی", "ڕۆژ",    "ڕۆژ باش", "ڕۆژنامە",
                                       "زمان", "ساڵ", "ساڵان", "شەو",   "وشە",  "هەولێر", "ەوە"};
  EXPECT_EQ(sorted({words.rbegin(), words.rend()}), words);
}

// A sort key must not hold what ends it.
TEST(AlphabetOrder, SortKeysHoldNoNul) {
  for (const std::string_view text : {std::string_view("a\0b", 3), std::string_view("\xFF"), std::string_view("")}) {
    EXPECT_EQ(sort_key(text).find('\0'), std::string::npos);
  }
}

}  // namespace
}  // namespace sorani::count
