// Names in Arabic spelling, as words of the text become letters to be read.

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "transliterate/g2p/pronouncer.hpp"
#include "transliterate/sounds.hpp"
#include "transliterate/to_latin/arabic_word.hpp"

namespace sorani::transliterate {
namespace {

std::string read(std::string_view word) {
  std::vector<std::uint8_t> letters;
  read_letters(word, letters);
  Reading reading;
  Pronouncer().viterbi(letters, reading);
  return test::transcript(reading);
}

TEST(ArabicNames, AreReadAsKurdsSayThem) {
  EXPECT_EQ(read("الله"), ".ʔeł.ła");
  EXPECT_EQ(read("عبدالله"), ".ƹeb.duł.ła");
  EXPECT_EQ(read("نصرالله"), ".nes.ruł.ła");
  EXPECT_EQ(read("محمد"), ".mi.ḧe.med");
  EXPECT_EQ(read("احمد"), ".ʔeḧ.med");
  EXPECT_EQ(read("محمود"), ".meḧ.mûd");
  EXPECT_EQ(read("علی"), ".ƹe.lî");
  EXPECT_EQ(read("حسن"), ".ḧe.sen");
  EXPECT_EQ(read("حسین"), ".ḧu.sên");
  EXPECT_EQ(read("عمر"), ".ƹu.mer");
  EXPECT_EQ(read("عثمان"), ".ƹus.man");
  EXPECT_EQ(read("مصطفی"), ".mis.te.fa");
  EXPECT_EQ(read("ابراهیم"), ".ʔîb.ra.hîm");
  EXPECT_EQ(read("اسماعیل"), ".ʔîs.ma.ƹîl");
  EXPECT_EQ(read("خدیجە"), ".xe.dî.ce");
  EXPECT_EQ(read("عبدالکریم"), ".ƹeb.dul.ke.rîm");
}

TEST(ArabicNames, MayHaveHamzaAndMarks) {
  EXPECT_EQ(read("أحمد"), read("احمد"));
  EXPECT_EQ(read("إبراهیم"), read("ابراهیم"));
  EXPECT_EQ(read("محمّد"), read("محمد"));
  EXPECT_EQ(read("محـمد"), read("محمد"));
  // Vowel marks say themselves how the word is read.
  EXPECT_EQ(read("مُحَمَد"), ".mu.ḧe.med");
}

TEST(ArabicNames, TakeTheSuffixesOfSorani) {
  EXPECT_EQ(read("محمدی"), ".mi.ḧe.me.dî");
  EXPECT_EQ(read("احمدەوە"), ".ʔeḧ.me.de.we");
  EXPECT_EQ(read("عبداللهدا"), ".ƹeb.duł.ła.da");
  EXPECT_EQ(read("مصطفیش"), ".mis.te.faş");
}

TEST(ArabicNames, AreWholeWords) {
  // ڕ makes no suffix; سدیق is not صدیق.
  EXPECT_EQ(read("عمرڕ").find("ƹu"), std::string::npos);
  EXPECT_EQ(read("سدیق").find("se"), std::string::npos);
  std::vector<std::uint8_t> letters, same;
  read_letters("کتێبەکان", letters);
  map_letters("کتێبەکان", same);
  EXPECT_EQ(letters, same);
  read_letters("", letters);
  EXPECT_TRUE(letters.empty());
}

}  // namespace
}  // namespace sorani::transliterate
