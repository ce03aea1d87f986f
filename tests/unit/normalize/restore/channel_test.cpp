// What letters are typed as, and how likely.

#include "normalize/restore/words/channel.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "normalize/restore/generated.hpp"
#include "script/script.hpp"

namespace sorani::normalize::restore {
namespace {

Typed typed(char32_t c) { return character_info(c).typed; }

TEST(Channel, KnowsWhatOneLetterIsTypedAs) {
  const Channel& channel = Channel::built_in();
  EXPECT_NEAR(channel.one(typed(U'ب'), letter_of(U'پ'), Keyboard::arabic), -std::log(0.7), 0.01);
  EXPECT_GT(channel.one(typed(U'ب'), letter_of(U'پ'), Keyboard::persian), 3);
  EXPECT_LT(channel.one(typed(U'ك'), letter_of(U'گ'), Keyboard::arabic), 1);
  EXPECT_EQ(channel.one(typed(U'ر'), letter_of(U'ب'), Keyboard::arabic), kImpossible);
  EXPECT_LT(channel.left_out(letter_of(U'ە'), Keyboard::persian), channel.left_out(letter_of(U'ە'), Keyboard::arabic));
  EXPECT_EQ(channel.left_out(letter_of(U'ا'), Keyboard::arabic), kImpossible);
}

TEST(Channel, TypesEveryLetterInSomeWay) {
  for (const script::Letter& letter : script::alphabet()) {
    const auto rows = confusions();
    EXPECT_TRUE(std::any_of(rows.begin(), rows.end(), [&](const Confusion& row) {
      return row.letters == std::u32string_view(&letter.value, 1) && !row.typed.empty();
    })) << std::uint32_t{letter.value};
  }
}

TEST(Channel, NeverTypesLettersInMoreWaysThanThereAre) {
  for (const Confusion& first : confusions()) {
    double arabic = 0;
    double persian = 0;
    for (const Confusion& row : confusions()) {
      if (row.letters != first.letters) continue;
      arabic += std::exp(-double{row.arabic});
      persian += std::exp(-double{row.persian});
    }
    EXPECT_LE(arabic, 1.001) << std::uint32_t{first.letters.front()};
    EXPECT_LE(persian, 1.001) << std::uint32_t{first.letters.front()};
  }
}

TEST(Channel, ReadsMarksBehindTheirLettersOnly) {
  const Channel& channel = Channel::built_in();
  EXPECT_TRUE(channel.is_marked(typed(U'ل'), typed(U'\u064E')));
  EXPECT_TRUE(channel.is_marked(typed(U'ه'), typed(U'\u200C')));
  EXPECT_FALSE(channel.is_marked(typed(U'ب'), typed(U'\u064E')));
}

TEST(Letters, AreThoseOfTheAlphabet) {
  ASSERT_EQ(script::alphabet().size(), kLetterCount);
  for (const script::Letter& letter : script::alphabet()) {
    EXPECT_EQ(letter_typed(typed_of(letter_of(letter.value))), letter_of(letter.value));
  }
  EXPECT_EQ(letter_of(U'ك'), kEdge);
  EXPECT_EQ(typed(U'ك'), typed(U'ک'));
}

TEST(Letters, TellKeyboardsApart) {
  for (const char32_t c : std::u32string_view(U"ەڕڵۆێڤ")) EXPECT_TRUE(character_info(c).is_kurdish);
  for (const char32_t c : std::u32string_view(U"پچژگئهويیكکةa1 ")) EXPECT_FALSE(character_info(c).is_kurdish);
  for (const char32_t c : std::u32string_view(U"يكةؤ")) EXPECT_TRUE(character_info(c).is_arabic);
  for (const char32_t c : std::u32string_view(U"پچگژیک")) EXPECT_TRUE(character_info(c).is_persian);
  EXPECT_EQ(character_info(U'ٹ').kind, CharacterInfo::other);
  EXPECT_EQ(character_info(U'-').kind, CharacterInfo::separator);
  EXPECT_EQ(character_info(U'\u0640').kind, CharacterInfo::mark);
}

}  // namespace
}  // namespace sorani::normalize::restore
