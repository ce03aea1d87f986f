// Lines typed on other keyboards, and the lines meant.

#include <gtest/gtest.h>

#include <sorani/error.hpp>
#include <sorani/normalizer.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace sorani {
namespace {

Normalizer restorer(double min_confidence = 0) {
  NormalizerOptions options;
  options.restore = true;
  options.min_confidence = min_confidence;
  return Normalizer(options);
}

struct Row {
  std::string_view typed;
  std::string_view meant;
};

TEST(Restore, GivesWordsTheirLettersBack) {
  Normalizer normalizer = restorer();
  for (const Row row : std::vector<Row>{
           {"دستان خوش بیت", "دەستان خۆش بێت"},    // Persian keyboard, vowels left out
           {"شةرم نةمينئ", "شەرم نەمێنێ"},         // Arabic keyboard, ة and ئ for ە and ێ
           {"كه سه كان هاتن", "کەسەکان هاتن"},     // a space within a word
           {"زؤر سوباس", "زۆر سوپاس"},             // ؤ for ۆ, ب for پ
           {"ئه‌وه خوشه", "ئەوە خۆشە"},  // ه and ZWNJ for ە
           {"كوردستان جوانه", "کوردستان جوانە"},   // known as it is typed
           {"زوَر سةرکةوتوو", "زۆر سەرکەوتوو"},     // a mark of a legacy font
       }) {
    EXPECT_EQ(normalizer(row.typed), row.meant);
    EXPECT_EQ(normalizer(row.meant), row.meant);
  }
}

TEST(Restore, LooksAtWordsAndPunctuationBesideAWord) {
  Normalizer normalizer = restorer();
  EXPECT_EQ(normalizer("ئه و زور باش بو."), "ئەو زۆر باش بوو.");
  EXPECT_EQ(normalizer("ئه م كاره بو ئيمه باشه."), "ئەم کارە بۆ ئێمە باشە.");
}

TEST(Restore, LeavesLinesInKurdishLettersAlone) {
  Normalizer normalizer = restorer();
  Normalizer plain;
  for (const std::string_view line : {"زور سوپاس بۆ ئێوە", "ئەو بو نمونە", "دار و بەرد"}) {
    EXPECT_EQ(normalizer(line), plain(line));
  }
}

TEST(Restore, LeavesWhatIsNoKurdishWordAlone) {
  Normalizer normalizer = restorer();
  for (const std::string_view line : {"", "abc 12", "ب", "https://example.org/", "مُحَمَّدٌ", "ٹھک"}) {
    EXPECT_EQ(normalizer(line), Normalizer()(line));
  }
}

TEST(Restore, KeepsTheRestOfTheLine) {
  Normalizer normalizer = restorer();
  EXPECT_EQ(normalizer("«خوش» ١٢، (زور)!"), "«خۆش» ١٢، (زۆر)!");
  EXPECT_EQ(normalizer("زور خوش\nزۆر خوش\nزور خوش"), "زۆر خۆش\nزۆر خوش\nزۆر خۆش");
}

TEST(Restore, LeavesDoubtfulWordsAlone) {
  EXPECT_EQ(restorer(1)("زور خوش"), "زور خۆش");
  EXPECT_EQ(restorer(0.5)("زور خوش"), "زۆر خۆش");
}

TEST(Restore, ExplainsWhatItDoes) {
  Normalizer normalizer = restorer();
  std::vector<std::string> rows;
  std::string out;
  normalizer.explain("x\nزور  كورد\n", out, [&](const Change& change) {
    rows.push_back(std::to_string(change.offset) + " " + std::string(change.rule) + " " + std::string(change.before) +
                   ">" + std::string(change.after));
  });
  EXPECT_EQ(out, "x\nزۆر کورد\n");
  EXPECT_EQ(rows, (std::vector<std::string>{"2 restore زور>زۆر", "9 space-runs  >", "10 kaf ك>ک"}));
}

TEST(Restore, RefusesOptionsThatMakeNoSense) {
  NormalizerOptions options;
  options.restore = true;
  options.font = "ali-k";
  EXPECT_THROW(Normalizer{options}, Error);
  options.font.clear();
  options.min_confidence = 1.5;
  EXPECT_THROW(Normalizer{options}, Error);
}

TEST(Restore, IsTheSameForCopies) {
  Normalizer first = restorer();
  first("زور خوش");
  Normalizer second = first;
  EXPECT_EQ(second("زور خوش"), "زۆر خۆش");
}

TEST(Restore, TakesHostileWords) {
  Normalizer normalizer = restorer();
  for (const std::string_view piece : {"و", "ه ", "ئ", "ب", "ا ا", "ه\u200C"}) {
    std::string text;
    for (int i = 0; i < 20000; ++i) text += piece;
    const std::string once = normalizer(text);
    EXPECT_EQ(normalizer(once), once);
  }
}

}  // namespace
}  // namespace sorani
