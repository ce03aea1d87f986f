// Where sentences end and where they do not.

#include <gtest/gtest.h>

#include <sorani/sentence_splitter.hpp>
#include <string>
#include <string_view>

#include "support/random_bytes.hpp"
#include "tokenize/scanner.hpp"

namespace sorani {
namespace {

/// The sentences of a text, with a bar between them.
std::string split(std::string_view text, char line_end = '\n') {
  std::string out;
  SentenceSplitter splitter(line_end);
  splitter(text, [&](const Sentence& sentence) {
    EXPECT_EQ(sentence.text.data(), text.data() + sentence.offset);
    if (!out.empty()) out += '|';
    out += sentence.text;
  });
  return out;
}

void expect_one(std::string_view text) { EXPECT_EQ(split(text), text); }

TEST(SentenceSplitter, EndsAtSigns) {
  EXPECT_EQ(split("ئەو هات. من چووم! تۆ کوێیت؟ باشە?  بەڵێ… نا"), "ئەو هات.|من چووم!|تۆ کوێیت؟|باشە?|بەڵێ…|نا");
  EXPECT_EQ(split("ڕاستە؟! نازانم..."), "ڕاستە؟!|نازانم...");
  EXPECT_EQ(split(""), "");
  EXPECT_EQ(split(" \n "), "");
}

TEST(SentenceSplitter, EndsAtLineEnds) {
  EXPECT_EQ(split("سەردێڕ\nدەق یەک. دەق دوو\r\n\n سێ"), "سەردێڕ|دەق یەک.|دەق دوو|سێ");
  EXPECT_EQ(split(std::string_view("یەک\nدوو\0سێ", 18), '\0'), "یەک\nدوو|سێ");
}

TEST(SentenceSplitter, TakesClosersAlong) {
  EXPECT_EQ(split("وتی: «هاتم.» پاشان ڕۆیشت."), "وتی: «هاتم.»|پاشان ڕۆیشت.");
  EXPECT_EQ(split("وتی: \"هاتم.\" پاشان ڕۆیشت."), "وتی: \"هاتم.\"|پاشان ڕۆیشت.");
  EXPECT_EQ(split("وتی \"هاتم\". \"من\" چووم."), "وتی \"هاتم\".|\"من\" چووم.");
  EXPECT_EQ(split("سوپاس! 😊 بەیانی باش."), "سوپاس! 😊|بەیانی باش.");
}

TEST(SentenceSplitter, GoesOnAfterOtherSigns) {
  expect_one("نان، ئاو؛ چا: قاوە.");
  expect_one("دوای ئەوە هات., پاشان ڕۆیشت");
}

TEST(SentenceSplitter, KnowsAbbreviationsAndNumbers) {
  expect_one("لەگەڵ د. ئەحمەد و پ.د. ئازاد هاتن.");
  expect_one("ساڵی 22.8.2021 و 3.14 و 12.");
  expect_one("پ.د.ک و ی.ن.ک کۆبوونەوە.");
  expect_one("1. یەکەم بابەت");
  expect_one("بەپێی Dr. Smith و vs. ئەوان.");
  EXPECT_EQ(split("نان و ئاو هتد. ئەوان هاتن."), "نان و ئاو هتد.|ئەوان هاتن.");
  EXPECT_EQ(split("ساڵی 2020. ئەو کات هات."), "ساڵی 2020.|ئەو کات هات.");
}

TEST(SentenceSplitter, StaysInsideAddressesAndBrackets) {
  expect_one("بڕوانە www.example.org/a.b?c=d بۆ زانیاری");
  expect_one("ئەو (هات. ڕۆیشت.) نەگەڕایەوە.");
  EXPECT_EQ(split("ئەو (هات. پاشان ڕۆیشت."), "ئەو (هات.|پاشان ڕۆیشت.");
}

TEST(SentenceSplitter, SeesWordsThatRanIntoEachOther) {
  EXPECT_EQ(split("ئەو هات.پاشان ڕۆیشت."), "ئەو هات.|پاشان ڕۆیشت.");
  EXPECT_EQ(split("کوێیت؟لێرەم."), "کوێیت؟|لێرەم.");
  expect_one("بەڵام...نازانم");
  expect_one("file.txt و د.قادر");
}

TEST(SentenceSplitter, SeesHeadlinesInQuotationMarks) {
  EXPECT_EQ(split("ئەو هات. \"ئێمە ئاشتی دەمانەوێت\" دواتر ئەو ڕۆیشت."),
            "ئەو هات.|\"ئێمە ئاشتی دەمانەوێت\"|دواتر ئەو ڕۆیشت.");
  expect_one("\"ئێمە ئاشتی دەمانەوێت\" و زۆر شتی تر.");
  expect_one("ڕۆژنامەی \"دەنگی گەل\" دەرچوو.");
}

TEST(SentenceSplitter, EndsAtSomeColons) {
  EXPECT_EQ(split("پەیامەکە بەم شێوەیەیە: ئێمە هاتین."), "پەیامەکە بەم شێوەیەیە:|ئێمە هاتین.");
  EXPECT_EQ(split("تێیدا هاتووە: \"ئێمە هاتین.\""), "تێیدا هاتووە:|\"ئێمە هاتین.\"");
  expect_one("ئەو وتی: \"ئێمە هاتین.\"");
}

TEST(SentenceSplitter, LosesNothing) {
  test::RandomBytes random(7);
  static constexpr std::string_view kPieces[] = {"کورد", " ",  " ",    ". ",     ".", "؟ ", "\"", "(",
                                                 ")",    "\n", "د",    "1",      "…", ":",  "یە", "،",
                                                 "«",    "» ", "\xFF", "\u200F", "'", "ab", "😀",  "\u064E"};
  for (int i = 0; i < 20000 && !HasFailure(); ++i) {
    std::string text;
    for (std::size_t n = random.below(60); n > 0; --n) text += kPieces[random.below(std::size(kPieces))];
    std::size_t end = 0;
    const auto expect_gap = [&](std::size_t next) {
      EXPECT_EQ(tokenize::skip_gap(text.substr(0, next), end), next) << text;
    };
    SentenceSplitter()(text, [&](const Sentence& sentence) {
      ASSERT_GE(sentence.offset, end);
      expect_gap(sentence.offset);
      end = sentence.offset + sentence.text.size();
      EXPECT_EQ(sentence.text.find('\n'), std::string_view::npos);
    });
    expect_gap(text.size());
  }
}

}  // namespace
}  // namespace sorani
