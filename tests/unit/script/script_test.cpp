#include "script/script.hpp"

#include <gtest/gtest.h>
#include <unicode/uchar.h>
#include <unicode/ulocdata.h>
#include <unicode/uset.h>

#include <bit>
#include <iterator>
#include <map>
#include <set>
#include <string>

#include "script/class_names.hpp"
#include "support/hex.hpp"

namespace sorani::script {
namespace {

using test::hex;

TEST(Alphabet, IsInTheOrderOfDictionaries) {
  std::u32string letters;
  for (const Letter& letter : alphabet()) {
    letters += letter.value;
    EXPECT_EQ(letter.order, static_cast<int>(letters.size()));
    EXPECT_EQ(letter.classes, classes(letter.value));
  }
  EXPECT_EQ(letters, U"ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنوۆهەیێ");
}

// CLDR writes the consonant h as U+06BE; otherwise its exemplar letters are the alphabet.
TEST(Alphabet, IsThatOfCldr) {
  UErrorCode error = U_ZERO_ERROR;
  ULocaleData* const data = ulocdata_open("ckb", &error);
  USet* const exemplars = ulocdata_getExemplarSet(data, nullptr, 0, ULOCDATA_ES_STANDARD, &error);
  ASSERT_TRUE(U_SUCCESS(error));
  for (char32_t c = 0; c < 0x110000; ++c) {
    const bool expected = c == 0x0647 || (c != 0x06BE && uset_contains(exemplars, static_cast<UChar32>(c)) != 0);
    EXPECT_EQ(is(c, kSoraniLetter), expected) << hex(c);
  }
  uset_close(exemplars);
  ulocdata_close(data);
}

TEST(Alphabet, EachLetterIsOfOneKindAndJoinsInOneWay) {
  for (const Letter& letter : alphabet()) {
    const auto count = [&](std::uint32_t mask) { return std::popcount(letter.classes & mask); };
    EXPECT_EQ(count(kVowel | kSemivowel | kConsonant), 1) << hex(letter.value);
    EXPECT_EQ(count(kDualJoining | kRightJoining), 1) << hex(letter.value);
    EXPECT_TRUE(is(letter.value, kArabicLetter));
    EXPECT_FALSE(is(letter.value, kOtherLetter | kLatinLetter | kMark));
  }
  for (char32_t c = 0; c < 0x110000; ++c) {
    if (is(c, kVowel | kSemivowel | kConsonant)) {
      EXPECT_TRUE(is(c, kSoraniLetter)) << hex(c);
    }
  }
}

TEST(Classes, OfLetters) {
  EXPECT_EQ(classes(U'ە'), kSoraniLetter | kArabicLetter | kVowel | kRightJoining);
  EXPECT_EQ(classes(U'و'), kSoraniLetter | kArabicLetter | kSemivowel | kRightJoining);
  EXPECT_EQ(classes(U'ی'), kSoraniLetter | kArabicLetter | kSemivowel | kDualJoining);
  EXPECT_EQ(classes(U'ب'), kSoraniLetter | kArabicLetter | kConsonant | kDualJoining);
  EXPECT_EQ(classes(U'ك'), kArabicLetter | kDualJoining);
  EXPECT_EQ(classes(U'ۊ'), kArabicLetter | kRightJoining);
  EXPECT_EQ(classes(U'ء'), kArabicLetter) << "hamza joins nothing";
  EXPECT_EQ(classes(0xFEE9), kArabicLetter) << "a presentation form joins nothing";
  EXPECT_EQ(classes(U'a'), kLatinLetter | kAsciiAlnum);
  EXPECT_EQ(classes(U'ê'), kLatinLetter);
  EXPECT_EQ(classes(U'я'), kOtherLetter);
  EXPECT_EQ(classes(0xAC00), kOtherLetter);
}

TEST(Classes, OfMarksDigitsAndSigns) {
  EXPECT_EQ(classes(0x064E), kArabicMark | kMark);
  EXPECT_EQ(classes(0x0670), kArabicMark | kMark);
  EXPECT_EQ(classes(0x065A), kArabicMark | kMark);
  EXPECT_EQ(classes(0x06D6), kArabicMark | kMark);
  EXPECT_EQ(classes(0x0301), kMark);
  EXPECT_EQ(classes(U'7'), kDigit | kAsciiAlnum);
  EXPECT_EQ(classes(U'٧'), kDigit);
  EXPECT_EQ(classes(U'۷'), kDigit);
  EXPECT_EQ(classes(U'،'), kPunctuation);
  EXPECT_EQ(classes(U'«'), kPunctuation);
  EXPECT_EQ(classes(U'+'), kSymbol);
  EXPECT_EQ(classes(0x0640), kTatweel);
  EXPECT_EQ(classes(0x200C), kJoinControl);
  EXPECT_EQ(classes(0x200D), kJoinControl);
}

TEST(Classes, OfSpacesAndControls) {
  EXPECT_EQ(classes(U' '), kSpace | kWhiteSpace);
  EXPECT_EQ(classes(U'\t'), kWhiteSpace);
  EXPECT_EQ(classes(0x00A0), kWhiteSpace);
  EXPECT_EQ(classes(0x3000), kWhiteSpace);
  EXPECT_EQ(classes(U'\n'), kWhiteSpace | kLineEnd);
  EXPECT_EQ(classes(U'\0'), kLineEnd);
  EXPECT_EQ(classes(U'\r'), kWhiteSpace);
  EXPECT_EQ(classes(0x200B), 0u);
}

TEST(Classes, OfNothing) {
  for (const char32_t c : {0x0378u, 0xE000u, 0xF0B7u, 0xFFFFu, 0x10FFFFu, 0x110000u, 0x1100FFu, 0xFFFFFFFFu}) {
    EXPECT_EQ(classes(c), 0u) << hex(c);
  }
}

TEST(Classes, CombinationsAreAllThatOccur) {
  std::set<std::uint32_t> occurring;
  for (char32_t c = 0; c < 0x110000; ++c) occurring.insert(classes(c));
  const auto listed = class_combinations();
  EXPECT_EQ(std::set<std::uint32_t>(listed.begin(), listed.end()), occurring);
  EXPECT_EQ(listed.size(), occurring.size());
}

TEST(Classes, AreKnownByName) {
  EXPECT_EQ(class_by_name("sorani-letter"), kSoraniLetter);
  EXPECT_EQ(class_by_name("ascii-alnum"), kAsciiAlnum);
  EXPECT_EQ(class_by_name("Vowel"), 0u);
  EXPECT_EQ(class_by_name(""), 0u);
  std::set<std::string_view> names;
  std::uint32_t all = 0;
  for (const ClassName& known : kClassNames) {
    names.insert(known.name);
    all |= known.value;
    EXPECT_EQ(class_by_name(known.name), known.value);
  }
  EXPECT_EQ(names.size(), std::size(kClassNames));
  EXPECT_EQ(std::popcount(all), static_cast<int>(std::size(kClassNames)));
  EXPECT_EQ(all + 1, std::bit_ceil(all)) << "each class has a name";
}

TEST(LookAlikes, LeadToTheAlphabetInOneStep) {
  char32_t previous = 0;
  for (const LookAlike& look_alike : look_alikes()) {
    EXPECT_GT(look_alike.value, previous);
    previous = look_alike.value;
    EXPECT_TRUE(is(look_alike.value, kArabicLetter));
    EXPECT_FALSE(is(look_alike.value, kSoraniLetter));
    EXPECT_LT(look_alike.value, 0x800u) << "two bytes in UTF-8";
    EXPECT_FALSE(look_alike.letter.empty());
    for (const char32_t letter : look_alike.letter) EXPECT_TRUE(is(letter, kSoraniLetter));
  }
}

TEST(LookAlikes, ComeInTheGroupsOfTheirRules) {
  std::map<std::string_view, std::u32string> groups;
  for (const LookAlike& look_alike : look_alikes()) groups[look_alike.group] += look_alike.value;
  EXPECT_EQ(groups["kaf"], U"ك");
  EXPECT_EQ(groups["yeh"], U"ىي");
  EXPECT_EQ(groups["teh-marbuta"], U"ةۃ");
  EXPECT_EQ(groups["heh"], U"ھہ");
  EXPECT_FALSE(groups["look-alikes"].empty());
  EXPECT_EQ(groups.size(), 5u);
}

}  // namespace
}  // namespace sorani::script
