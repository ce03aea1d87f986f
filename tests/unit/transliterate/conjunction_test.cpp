// The conjunction that is joined to the word before it.

#include <gtest/gtest.h>

#include <sorani/transliterator.hpp>
#include <string>
#include <string_view>

namespace sorani {
namespace {

std::string joined(std::string_view text, TransliteratorOptions options = {}) {
  options.join_conjunction = true;
  return Transliterator(options)(text);
}

std::string in_syllables(std::string_view text) { return joined(text, {.syllables = true}); }

TEST(JoinedConjunction, BeginsASyllableWithTheConsonantBefore) {
  EXPECT_EQ(joined("نان و ئاو"), "nanû aw");
  EXPECT_EQ(in_syllables("نان و ئاو"), "na.nû aw");
  EXPECT_EQ(in_syllables("شەو و ڕۆژ"), "şe.wû řoj");
  EXPECT_EQ(in_syllables("چای و دەست و ئاو"), "ça.yû des.tû aw");
}

TEST(JoinedConjunction, IsWAfterAVowel) {
  EXPECT_EQ(in_syllables("چا و نان"), "çaw nan");
  EXPECT_EQ(in_syllables("ئەوە و ئاو"), "e.wew aw");
  EXPECT_EQ(in_syllables("دێ و شار"), "dêw şar");
  EXPECT_EQ(in_syllables("ئازادی و ئاشتی"), "a.za.dîw aş.tî");
  EXPECT_EQ(in_syllables("خانوو و ماڵ"), "xa.nûw mał");
}

TEST(JoinedConjunction, IsThatOfTheScheme) {
  EXPECT_EQ(joined("نان و چا و ئاو", {.scheme = "kal"}), "nanú caw aw");
  EXPECT_EQ(joined("نان و چا و ئاو", {.scheme = "ipa"}), "nänu t͡ʃäw ʔäw");
  EXPECT_EQ(joined("نان و چا و ئاو", {.scheme = "phonemic", .syllables = true}), "na.nû çaw ʔaw");
  EXPECT_EQ(joined("نان و چا و ئاو", {.scheme = "bgn"}), "nanu chaw aw");
  EXPECT_EQ(joined("نان و ئاو. چا و نان", {.letter_case = LetterCase::sentence}), "Nanû aw. Çaw nan");
}

TEST(JoinedConjunction, NeedsAWordAndASpaceBeforeIt) {
  EXPECT_EQ(joined("و نان"), "û nan");
  EXPECT_EQ(joined("نان  و ئاو\nنان\nو ئاو\tو ئاو"), "nan  û aw\nnan\nû aw\tû aw");
  EXPECT_EQ(joined("نان، و ئاو"), "nan, û aw");
  EXPECT_EQ(joined("(نان) و «ئاو» و ٥ و نان"), "(nan) û «aw» û 5 û nan");
  EXPECT_EQ(joined("BBC و نان، http://example.com و user@example.com و @ئازاد و نان"),
            "BBC û nan, http://example.com û user@example.com û @ئازاد û nan");
  EXPECT_EQ(joined("#ئازاد و نان"), "#azad û nan");
  EXPECT_EQ(joined("نان و و ئاو"), "nanû û aw");
}

TEST(JoinedConjunction, IsNotJoinedToLetters) {
  EXPECT_EQ(joined("پ.د.ک و ی.ن.ک و هتد و"), "p.d.k û y.n.k û htd û");
  EXPECT_EQ(joined("پیتی ا و ی و ئاو"), "pîtî a û î û aw");
  EXPECT_EQ(joined("٥ کم و ١٠ سم"), "5 km û 10 sm");
}

TEST(JoinedConjunction, IsAWordByItself) {
  EXPECT_EQ(joined("نان و، ئاو و! نان و... ئاو و (نان) و«ئاو»"), "nanû, awû! nanû... awû (nan) û«aw»");
  EXPECT_EQ(joined("نان و"), "nanû");
  EXPECT_EQ(joined("نان و٥ نان و-ئاو نان و. ئازاد"), "nan û5 nan û-aw nan w. azad");
  EXPECT_EQ(joined("12کەس و ئاو"), "12kesû aw");
}

TEST(JoinedConjunction, IsNotCutOffByThePieceThatWordsBeginIn) {
  std::string out;
  Transliterator transliterator({.join_conjunction = true});
  transliterator.append("ئاو نان و ", out, Fragment::first);
  transliterator.append("ئاو و ", out, Fragment::middle);
  transliterator.append("نان", out, Fragment::last);
  EXPECT_EQ(out, "aw nanû awû nan");
}

TEST(JoinedConjunction, StandsWithItsWordAmongTheReadings) {
  std::string rows;
  Transliterator transliterator({.join_conjunction = true});
  transliterator.readings("نان و پ.د.ک و #ئازاد و", 1, [&](const WordReading& reading) {
    rows += std::string(reading.word) + '=' + std::string(reading.text) + ' ';
  });
  EXPECT_EQ(rows, "نان و=nanû پ=p د=d ک=k و=û ئازاد=azad و=û ");
}

}  // namespace
}  // namespace sorani
