// Where sentences end and where they do not. Most cases, each with its reason, are in tests/data/sentences.tsv.

#include <gtest/gtest.h>

#include <sorani/sentence_splitter.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "support/random_bytes.hpp"
#include "tokenize/scanner.hpp"
#include "tsv.hpp"

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

TEST(SentenceSplitter, FindsTheHardSentences) {
  const tablegen::TsvFile file(SORANI_TEST_DATA_DIR "/sentences.tsv", {"text", "reason"});
  EXPECT_GE(file.rows().size(), 300U);
  for (const tablegen::TsvRow& row : file.rows()) {
    std::string text;
    std::string sentence;
    std::string expected;
    const auto end_sentence = [&] {
      // What lies between two sentences belongs to neither.
      const std::size_t begin = tokenize::skip_gap(sentence, 0);
      while (!sentence.empty() && tokenize::skip_gap(sentence.substr(sentence.size() - 1), 0) == 1) sentence.pop_back();
      if (sentence.ends_with("\u200F")) sentence.resize(sentence.size() - 3);
      if (!expected.empty()) expected += '|';
      expected += sentence.substr(begin);
      sentence.clear();
    };
    for (const char c : row["text"]) {
      if (c == '|') {
        end_sentence();
      } else {
        text += c;
        sentence += c;
      }
    }
    end_sentence();
    EXPECT_EQ(split(text), expected) << row["reason"];
  }
}

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

TEST(SentenceSplitter, EndsAtNoColonAndNoQuotation) {
  EXPECT_EQ(split("ئەو گیرا. \"بورهان کەریم\" خێزاندار بوو."), "ئەو گیرا.|\"بورهان کەریم\" خێزاندار بوو.");
  expect_one("«ڕۆژنامەی نوێ» چاپ دەکرێت.");
  expect_one("\"ئێمە ئاشتی دەمانەوێت\" دواتر ئەو ڕۆیشت.");
  expect_one("پەیامەکە بەم شێوەیەیە: ئێمە هاتین.");
  expect_one("تێیدا هاتووە: \"ئێمە هاتین.\"");
  expect_one("ئەو وتی: \"ئێمە هاتین.\"");
}

TEST(SentenceSplitter, SeesTheSideOfQuotationMarksFromTheirPlace) {
  for (const auto& [open, close] : {std::pair{"“", "”"},
                                    {"”", "“"},
                                    {"”", "”"},
                                    {"“", "“"},
                                    {"„", "“"},
                                    {"‘", "’"},
                                    {"’", "‘"},
                                    {"’", "’"},
                                    {"\"", "\""},
                                    {"'", "'"},
                                    {"''", "''"}}) {
    const auto quoted = [&](std::string_view text) { return open + std::string(text) + close; };
    const std::string speech = "وتی: " + quoted("باش بوو.");
    EXPECT_EQ(split(speech + " پاشان ڕۆیشت."), speech + "|پاشان ڕۆیشت.");
    EXPECT_EQ(split("ئەو هات. " + quoted("باران") + " باری."), "ئەو هات.|" + quoted("باران") + " باری.");
    EXPECT_EQ(split("ئەو (" + quoted("باران") + ") هات. باری."), "ئەو (" + quoted("باران") + ") هات.|باری.");
    EXPECT_EQ(split("ناوی نا " + quoted("باران") + ". باری."), "ناوی نا " + quoted("باران") + ".|باری.");
  }
}

TEST(SentenceSplitter, RemembersNothingOfTheLineBefore) {
  EXPECT_EQ(split("باش\n.باش هات"), "باش|.باش هات");
  EXPECT_EQ(split("وتی: \"باش\n\"باران\" باری. \"بەفر\" باری."), "وتی: \"باش|\"باران\" باری.|\"بەفر\" باری.");
  EXPECT_EQ(split("ئەو (باش\nهات. ڕۆیشت) باش."), "ئەو (باش|هات.|ڕۆیشت) باش.");
  EXPECT_EQ(split("نان و\n... ئاو"), "نان و|... ئاو");
  EXPECT_EQ(split("باش\n\".وایە"), "باش|\".وایە");
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
