// What each legacy font means by what was typed in it: one test for each kind of fact, in words made up for it.

#include <gtest/gtest.h>

#include <sorani/normalizer.hpp>
#include <string>
#include <string_view>

namespace sorani {
namespace {

std::string from(const std::string& font, std::string_view text, Profile profile = Profile::standard) {
  NormalizerOptions options;
  options.profile = profile;
  options.font = font;
  return Normalizer(options)(text);
}

/// The font step alone.
std::string alone(const std::string& font, std::string_view text) { return from(font, text, Profile::none); }

TEST(AliK, Letters) { EXPECT_EQ(from("ali-k", "ثياو ضاك ذن طول ظيان كةر ئيَمة"), "پیاو چاک ژن گول ڤیان کەر ئێمە"); }

TEST(AliK, MarksDrawASmallV) {
  EXPECT_EQ(from("ali-k", "مالَ طؤرِان كوَتا نىَ بيَ"), "ماڵ گۆڕان کۆتا نێ بێ");
  EXPECT_EQ(from("ali-k", "بة لآدا، بة لاَدا، هةلأ"), "بە ڵادا، بە ڵادا، هەڵ");
}

TEST(AliK, OtherMarksDrawItToo) {
  EXPECT_EQ(from("ali-k", "سالّ مالً كوًض طؤرٍ ميًش"), "ساڵ ماڵ کۆچ گۆڕ میًش") << "Arabic yeh takes a fatha only";
  EXPECT_EQ(alone("ali-k", "\u06CC\u064B \u06CC\u0651 \u06CE\u064E"), "ێ ێ ێ");
}

TEST(AliK, AMarkMayStandOnATatweelOrTwice) {
  EXPECT_EQ(from("ali-k", "ثيـَوان دريــَذ خويَ\u064Eندن رِ\u0650ؤذ"), "پێوان درێژ خوێندن ڕۆژ");
  EXPECT_EQ(from("ali-k", "سالـــَ مالَ\u064E\u0651 كوَ\u064Eض"), "ساڵ ماڵ کۆچ");
}

TEST(AliK, AMarkMayBeTypedBeforeItsLetter) {
  EXPECT_EQ(from("ali-k", "سا\u064Eل ما\u0651ل ب\u0650ر ب\u0650رِ"), "ساڵ ماڵ بڕ بڕ");
  EXPECT_EQ(from("ali-k", "سا\u064Eلَ"), "ساڵ");
}

TEST(AliK, AManyTimesRepeatedMarkIsReadInPieces) {
  EXPECT_EQ(alone("ali-k", "ل" + std::string("\u064E") + "ن"), "ڵن");
  std::string marks;
  for (int i = 0; i < 8; ++i) marks += "\u064E";
  EXPECT_EQ(alone("ali-k", "ل" + marks + "ن"), "ڵن");
  EXPECT_EQ(alone("ali-k", "ل" + marks + "\u064Eن"), "ڵ\u064Eن");
}

TEST(AliK, TheDetachedWaw) {
  EXPECT_EQ(alone("ali-k", "كتيَبء"), "کتێب\u200Cو");
  EXPECT_EQ(alone("ali-k", "كءَتا"), "کۆتا");
  EXPECT_EQ(alone("ali-k", "كء\u064E\u064Eتا"), "کۆتا");
  EXPECT_EQ(alone("ali-k", "تاكء\u064E"), "تاک\u200Cو\u064E") << "no ۆ at a word's end";
  EXPECT_EQ(alone("ali-k", "تا\u0676"), "تاۆ");
}

TEST(AliK, TheHamzaOfNo) {
  EXPECT_EQ(from("ali-k", "نةء، نة\u0652"), "نەء، نەء");
  EXPECT_EQ(alone("ali-k", "خانةء نةءا"), "خانە\u200Cو نە\u200Cوا") << "only the whole word";
  EXPECT_EQ(alone("ali-k", "كرْم"), "کرْم") << "a sukun elsewhere stays";
}

TEST(AliK, TheConsonantHeh) {
  EXPECT_EQ(from("ali-k", "شاه، بةه، هةموو"), "شاهـ، بەهـ، هەموو");
  EXPECT_EQ(from("ali-k", "الله"), "الله");
  EXPECT_EQ(from("ali-k", "اللّه، اللَّه"), "الله، الله") << "its shadda makes no ڵ";
}

TEST(AliK, LinesTypedInUnicodeStandBetween) { EXPECT_EQ(from("ali-k", "ئه\u200Cو شێوه له"), "ئەو شێوە لە"); }

TEST(AliWeb, Letters) {
  EXPECT_EQ(from("ali-web", "ثياو ضاك ذن طول ظيان كةر ئصمة"), "پیاو چاک ژن گول ڤیان کەر ئێمە");
  EXPECT_EQ(from("ali-web", "أؤذ طؤأان ساپ دپ"), "ڕۆژ گۆڕان ساڵ دڵ");
  EXPECT_EQ(from("ali-web", "گاهير، شةأطة"), "طاهیر، شەڕگە") << "گ and ط are swapped";
  EXPECT_EQ(from("ali-web", "نى"), "نی");
}

TEST(AliWeb, Marks) {
  EXPECT_EQ(from("ali-web", "سالَ سالّ بةلاَم بةلآم رِؤذ بيَ كوَتا"), "ساڵ ساڵ بەڵام بەڵام ڕۆژ بێ کۆتا");
  EXPECT_EQ(from("ali-web", "بووُن كورْد"), "بوون کورد") << "damma and sukun draw nothing";
}

TEST(AliWeb, WhatItDoesNotShareWithAliK) {
  EXPECT_EQ(from("ali-web", "كولأ سوء"), "کولڕ سوء") << "لأ is two letters, ء a hamza";
  EXPECT_EQ(from("ali-web", "آ دإةم"), "✱ دەم") << "a star, and nothing";
}

TEST(Dylan, Letters) {
  EXPECT_EQ(from("dylan", "ئثمة ماص ذؤژ ضيان كةر"), "ئێمە ماڵ ڕۆژ ڤیان کەر");
  EXPECT_EQ(from("dylan", "پياو چاك ژن گول طاهير ظ"), "پیاو چاک ژن گول طاهیر ظ");
  EXPECT_EQ(from("dylan", "بةلآم بةلأم بةلإم"), "بەڵام بەڵام بەڵام");
}

TEST(Dylan, MarksAndMadda) {
  EXPECT_EQ(alone("dylan", "كوَتا كو\u064Bتا"), "کۆتا کۆتا");
  EXPECT_EQ(alone("dylan", "ئآو"), "ئاو");
}

TEST(Zarnegar, Letters) {
  EXPECT_EQ(from("zarnegar", "دلٌ پرٍ گوٌران گه\u200Cلاٌ سىٌ ميٌش \u06CC\u064Cك"), "دڵ پڕ گۆران گەڵا سێ مێش ێک");
  EXPECT_EQ(alone("zarnegar", "ه\u200Cر ه\u200Fر ه\u200F\u200Fر هر"), "ەر ەر ەر هر") << "ZWNJ and RLM make ە";
}

TEST(Zarnegar, WhatNoSourceKnowsStays) { EXPECT_EQ(alone("zarnegar", "رِ ؤ ي\u064D ك"), "رِ ؤ ی\u064D ك"); }

// Presentation forms, as text copied from a PDF has them.

TEST(LegacyFontsInPresentationForms, LettersAndMarks) {
  EXPECT_EQ(from("ali-k", "ﺿﺎﻙ ﺛﻴ\u064Eﺸﻤﻪﺭﻃﺔ ﺩﻟ\u064E ﺳﺎﻝ\u0651"), "چاک پێشمهرگە دڵ ساڵ");
  EXPECT_EQ(from("ali-k", "ﺩﻝ\uFE76 ﺩﻟ\uFE77"), "دڵ دڵ") << "a mark with a space or tatweel that carries it";
  EXPECT_EQ(from("ali-web", "ﺋﺼﻤﺔ ﺳﺎﭖ ﻃﺆﺃﺍﻥ ﮔﺎﻫﲑ"), "ئێمە ساڵ گۆڕان طاهیر");
  EXPECT_EQ(from("dylan", "ﺋﺜﻤﺔ ﻣﺎﺹ ﺫﺅﮊ"), "ئێمە ماڵ ڕۆژ");
  EXPECT_EQ(from("zarnegar", "ﺩﻝ\u064C ﮔﻪ\u200Cﻻ\u064C"), "دڵ گەڵا");
}

TEST(LegacyFontsInPresentationForms, LamAlef) {
  EXPECT_EQ(from("ali-k", "ﺑﺔﻵم ﺑﺔﻻ\u064Eم ﻫﺔﻷ"), "بەڵام بەڵام هەڵ");
  EXPECT_EQ(alone("ali-web", "ﻷ ﻹ ﻵ"), "لڕ ل ڵا") << "a row may end inside a ligature";
  EXPECT_EQ(alone("ali-k", "ﻻ ﻹ"), "ﻻ ﻹ") << "no row: left to the profile";
}

TEST(LegacyFontsInPresentationForms, HehIsTheConsonant) {
  EXPECT_EQ(from("ali-k", "ﺷﺎﻩ"), "شاهـ");
  NormalizerOptions plain;
  EXPECT_EQ(Normalizer(plain)("ﺷﺎﻩ"), "شاە") << "without a font the form says ە";
}

TEST(LegacyFontsInPresentationForms, LigaturesOfWholeWordsStay) {
  EXPECT_EQ(alone("ali-web", "\uFDFA"), "\uFDFA") << "its ص is no ێ";
}

TEST(LegacyFonts, SeparateMaddaAndHamzaCompose) {
  EXPECT_EQ(alone("ali-k", "بةلا\u0653م كو\u0654تا"), "بەڵام کۆتا");
  EXPECT_EQ(alone("ali-web", "طؤا\u0654ان"), "گۆڕان");
  for (const char* font : {"ali-k", "ali-web", "dylan", "zarnegar"}) {
    EXPECT_EQ(from(font, "ى\u0654ێ \u06CC\u0654ێ ي\u0654ێ"), "ئێ ئێ ئێ") << font;
  }
}

TEST(LegacyFonts, ChangesSayWhatWasTyped) {
  NormalizerOptions options;
  options.profile = Profile::none;
  options.font = "ali-web";
  std::string log;
  std::string out;
  Normalizer(options).explain("سﻷَ", out, [&](const Change& change) {
    log.append(change.rule).append(" ").append(change.before).append(" ").append(change.after).append(";");
  });
  EXPECT_EQ(log, "from ﻷ لڕ;");
}

}  // namespace
}  // namespace sorani
