// Which language a text is in. The sentences are made up for these tests.

#include <gtest/gtest.h>

#include <array>
#include <numeric>
#include <sorani/language_identifier.hpp>
#include <sorani/transliterator.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace sorani {
namespace {

std::string label(std::string_view text) { return std::string(to_string(LanguageIdentifier()(text))); }

TEST(LanguageIdentifier, KnowsSorani) {
  for (const char* const text : {
           "دوێنێ لەگەڵ هاوڕێکانم چووین بۆ بازاڕ و هەندێک میوەمان کڕی.",
           "وەزیری پەروەردە ڕایگەیاند کە قوتابخانەکان لە مانگی داهاتوودا دەکرێنەوە.",
           "وانەی سێیەم: بەشەکانی ڕووەک و چۆنیەتی گەشەکردنیان",
           "ئەی خودایە، دڵم پاک بکەرەوە و ڕێگای ڕاستم پێ نیشان بدە.",
           "شەو درەنگ بوو، باران بە هێواشی دەباری و کەس لە کۆڵان نەبوو",
           "ئەمڕۆ زۆر ماندووم",
           "باشە، سبەینێ دێم",
       }) {
    EXPECT_EQ(label(text), "ckb-Arab") << text;
  }
}

TEST(LanguageIdentifier, KnowsSoraniHoweverItIsTyped) {
  for (const char* const text : {
           "دوێنێ له‌گه‌ڵ هاوڕێكانم چووین بۆ بازاڕ و هه‌ندێك "
           "میوه‌مان "
           "كڕی",                                           // ه and ZWNJ
           "ئەمرو زور ماندوم و ناتوانم بیم بو مالەوە",      // no diacritics
           "دوينى له كه ل هاوريكانم جوين بو بازار",         // an Arabic keyboard
           "ئةمة كتيبيكي زور خوشة بؤ مندالان",              // ة for ە
           "ﺋﻪﻣﻪ ﻛﺘﻴﺒﻴﻜﯽ ﺯﯙﺭ ﺧﯚﺷﻪ ﺑﯚ ﻣﻨﺪﺍﻵﻥ",               // presentation forms
           "مــــن دەچــــمە ماڵــــەوە لەگەڵ بــــراکەم",  // tatweel
       }) {
    EXPECT_EQ(label(text), "ckb-Arab") << text;
  }
}

TEST(LanguageIdentifier, KnowsSoraniInLatinLetters) {
  Transliterator hawar;
  EXPECT_EQ(label(hawar("دوێنێ لەگەڵ هاوڕێکانم چووین بۆ بازاڕ و هەندێک میوەمان کڕی")), "ckb-Latn");
  EXPECT_EQ(label("dwene legel hawrekanim chuyn bo bazar"), "ckb-Latn");
  EXPECT_EQ(label("min emro zor mandum u natwanim bem bo malewe"), "ckb-Latn");
}

TEST(LanguageIdentifier, TellsOtherLanguages) {
  const std::pair<const char*, const char*> kTexts[] = {
      {"ئەم دێ سبەهی چینە باژێری و دگەل هەڤالێن خوە دێ خوارنێ خوین", "kmr-Arab"},
      {"Em ê sibê biçin bajêr û bi hevalên xwe re xwarinê bixwin", "kmr-Latn"},
      {"سأذهب غدا إلى السوق مع أصدقائي لشراء بعض الفاكهة", "arb-Arab"},
      {"فردا با دوستانم به بازار می‌روم تا کمی میوه بخرم", "fas-Arab"},
      {"میں کل اپنے دوستوں کے ساتھ بازار جاؤں گا اور پھل خریدوں گا۔", "urd-Arab"},
      {"Yarın arkadaşlarımla pazara gidip biraz meyve alacağım", "tur-Latn"},
      {"Tomorrow I will go to the market with my friends and buy some fruit", "eng-Latn"},
  };
  for (const auto& [text, expected] : kTexts) EXPECT_EQ(label(text), expected) << text;
}

TEST(LanguageIdentifier, GivesTheLanguageOfTheLargerPart) {
  EXPECT_EQ(label("مامۆستا وتی کە وشەی «السلام عليكم» لە زۆربەی وڵاتاندا بەکار دێت و هەموو کەس دەیزانێت"), "ckb-Arab");
  EXPECT_EQ(label("کۆمپانیاکە بەرنامەی Open Source Software بەکار دەهێنێت بۆ ڕێکخستنی کارەکانی"), "ckb-Arab");
}

TEST(LanguageIdentifier, KeepsToTheScript) {
  for (const char* const text : {"a", "xyzzy", "Qux 12", "ok"}) {
    const std::string found = label(text);
    EXPECT_TRUE(found.ends_with("-Latn") || found == "und") << text << ' ' << found;
  }
}

TEST(LanguageIdentifier, SaysUndWhereNothingCanBeTold) {
  for (const char* const text : {"", " ", "2021", "٢٠٢١/٨/٢٢", "***", "؟!", "☺", "\xFF\xFE", "12:30 - 13:45"}) {
    EXPECT_EQ(LanguageIdentifier().best(text).language, Language::und) << text;
    EXPECT_EQ(LanguageIdentifier().best(text).probability, 1) << text;
  }
  EXPECT_EQ(label("Завтра мы пойдём на рынок"), "und");
  EXPECT_EQ(label("明日は友達と市場へ行きます"), "und");
  EXPECT_EQ(label("Αύριο θα πάω στην αγορά"), "und");
}

TEST(LanguageIdentifier, GivesProbabilities) {
  LanguageIdentifier identifier;
  const std::string_view text = "ئەمڕۆ کتێبێکم خوێندەوە";
  const auto all = identifier.probabilities(text);
  EXPECT_NEAR(std::accumulate(all.begin(), all.end(), 0.0), 1, 1e-9);
  std::array<LanguageScore, 20> best;
  ASSERT_EQ(identifier.best(text, best), kLanguageCount);
  for (std::size_t i = 1; i < kLanguageCount; ++i) EXPECT_GE(best[i - 1].probability, best[i].probability);
  EXPECT_EQ(best[0].language, identifier(text));
  EXPECT_EQ(best[0].probability, all[static_cast<std::size_t>(best[0].language)]);
  EXPECT_EQ(identifier.best(text, std::span(best).first(2)), 2u);
  EXPECT_EQ(identifier.best(text, std::span(best).first(0)), 0u);
  // A longer text is better evidence.
  EXPECT_GT(identifier.best("ئەمڕۆ کتێبێکم خوێندەوە لە ماڵەوە").probability, identifier.best("کتێب").probability);
}

TEST(LanguageIdentifier, ForgetsEarlierTexts) {
  LanguageIdentifier used;
  // More words than the cache holds.
  std::string words;
  for (int i = 0; i < 40000; ++i) {
    for (int n = i; n > 0; n /= 26) words += static_cast<char>('a' + n % 26);
    words += ' ';
  }
  const std::string text = "ئەمڕۆ لە بازاڕ کتێبێکی کۆنم کڕی";
  const double before = used.best(text).probability;
  used(words);
  EXPECT_EQ(used.best(text).probability, before);
  EXPECT_EQ(LanguageIdentifier(used).best(text).probability, before);
  // The order of words does not matter.
  EXPECT_EQ(used.best("کڕی کۆنم کتێبێکی بازاڕ لە ئەمڕۆ").probability, before);
}

TEST(LanguageIdentifier, FoldsKeyboardsAndCase) {
  LanguageIdentifier identifier;
  EXPECT_EQ(identifier.best("TOMORROW MORNING").probability, identifier.best("tomorrow morning").probability);
  // Composed and decomposed.
  EXPECT_EQ(identifier.best("bi\u00E7in baj\u00EAr").probability,
            identifier.best("bic\u0327in baje\u0302r").probability);
}

TEST(Language, HasALabel) {
  for (std::size_t i = 0; i < kLanguageCount; ++i) {
    const auto language = static_cast<Language>(i);
    EXPECT_EQ(language_of(to_string(language)), language);
    EXPECT_FALSE(english_name(language).empty());
  }
  EXPECT_EQ(to_string(Language::ckb_arab), "ckb-Arab");
  EXPECT_EQ(to_string(Language::und), "und");
  EXPECT_EQ(to_string(static_cast<Language>(200)), "");
  EXPECT_EQ(language_of("ckb"), std::nullopt);
  EXPECT_EQ(languages_of("ckb"), (std::vector{Language::ckb_arab, Language::ckb_latn}));
  EXPECT_EQ(languages_of("kmr-Latn"), std::vector{Language::kmr_latn});
  EXPECT_EQ(languages_of("und"), std::vector{Language::und});
  EXPECT_TRUE(languages_of("").empty());
  EXPECT_TRUE(languages_of("Arab").empty());
}

}  // namespace
}  // namespace sorani
