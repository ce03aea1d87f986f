// What the tables of the schemes say.

#include "transliterate/scheme/scheme.hpp"

#include <gtest/gtest.h>

#include <sorani/error.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "support/expect_error.hpp"
#include "transliterate/reading.hpp"

namespace sorani::transliterate {
namespace {

using test::written;

TEST(Phonemes, StandInTheirOrder) {
  for (std::size_t i = 0; i < kPhonemeCount; ++i) {
    EXPECT_EQ(static_cast<std::size_t>(tables::kPhonemes[i].phoneme), i);
  }
}

TEST(Scheme, NamesThoseThereAreIfAskedForAnother) {
  std::vector<std::string_view> names;
  for (const SchemeInfo& scheme : schemes()) names.push_back(scheme.name);
  EXPECT_EQ(names, (std::vector<std::string_view>{"hawar", "simple", "kal", "ala-lc", "bgn", "feryad", "wergor",
                                                  "phonemic", "ipa", "strict"}));
  EXPECT_EQ(test::error_message<Error>([] { Scheme("hewar"); }),
            "no scheme 'hewar'; there are: hawar, simple, kal, ala-lc, bgn, feryad, wergor, phonemic, ipa, strict");
}

/// Every letter of the alphabet, once or more: ئ ا ب پ ت ج چ ح خ د ر ڕ ز ژ س ش ع غ ف ڤ ق ک گ ل ڵ م ن و ۆ ه ە ی ێ.
constexpr std::string_view kConsonants = "bpatacaçaḧaxadarařazajasaşaƹaẍafavaqakagalałamana";
constexpr std::string_view kVowels = "bubûbobebîbêbibawaya";

struct Images {
  std::string_view scheme;
  std::string_view consonants;
  std::string_view vowels;
};

TEST(Scheme, WritesEverySound) {
  const Images kExpected[] = {
      {"hawar", "bpatacaçaḧaxadarařazajasaşa’aẍafavaqakagalałamana", "bubûbobebîbêbibawaya"},
      {"simple", "bpatacaçahaxadararazajasaşa’axafavaqakagalalamana", "bubûbobebîbêbibawaya"},
      {"kal", "bpatajacaḧaxadararrazajhasasha’aẍafavaqakagalallamana", "bubúbobebíbébibawaya"},
      {"ala-lc", "bpatacaçaḧaxadarar̄azajasaşa‘aẍafavaqakagalałamana", "bubûbobebîbêbibawaya"},
      {"bgn", "bpatacachaḧaxadaraṟazajasasha‘aghafavaqakagalałamana", "bubûbobebîbêbibawaya"},
      {"feryad", "bpatacaçaẖaxadaraṟazajasaşa‘ax̱afavaqakagalaḻamana", "bubûbobebîbêbibawaya"},
      {"wergor", "bpatacaçaḧaxadarařazajasaşaëaẍafavaqakagalałamana", "bubûbobebîbêbibawaya"},
      {"phonemic", "bpatacaçaḧaxadarařazajasaşaƹaẍafavaqakagalałamana", "bubûbobebîbêbibawaya"},
      {"ipa", "bpätäd͡ʒät͡ʃäħäxädäɾäräzäʒäsäʃäʕäɣäfäväqäkäɡäläɫämänä", "bʊbubo̞babibɛbɪbäwäjä"},
      {"strict", "bpatacaçaḧaxadarařazajasaşaʿaẍafavaqakagalałamana", "bubûbobebîbêbibawaya"},
  };
  for (const Images& images : kExpected) {
    EXPECT_EQ(written(images.scheme, kConsonants), images.consonants) << images.scheme;
    EXPECT_EQ(written(images.scheme, kVowels), images.vowels) << images.scheme;
  }
}

TEST(Scheme, WritesHamzaInsideWordsOnly) {
  EXPECT_EQ(written("hawar", "ʔazad"), "azad");
  EXPECT_EQ(written("hawar", "ʔizmîr"), "izmîr");
  EXPECT_EQ(written("hawar", "qurʔan"), "qur’an");
  EXPECT_EQ(written("hawar", "ʔ"), "’");
  EXPECT_EQ(written("phonemic", "ʔazad"), "ʔazad");
  EXPECT_EQ(written("ipa", "ʔazad"), "ʔäzäd");
  EXPECT_EQ(written("strict", "ʔazad"), "ʾazad");
}

TEST(Scheme, KeepsDigraphsApart) {
  EXPECT_EQ(written("bgn", "ʔeshab"), "es·hab");
  EXPECT_EQ(written("bgn", "ʔeşab"), "eshab");
  EXPECT_EQ(written("bgn", "banghêşt"), "bang·hêsht");
  EXPECT_EQ(written("bgn", "ʔechel"), "ec·hel");
  EXPECT_EQ(written("hawar", "ʔeshab"), "eshab");
}

TEST(Scheme, MarksSyllables) {
  EXPECT_EQ(written("hawar", "ʔa.za.dî", true), "a.za.dî");
  EXPECT_EQ(written("ipa", "ʔa.za.dî", true), "ʔä.zä.di");
  EXPECT_EQ(written("hawar", "ʔa.za.dî", false), "azadî");
}

TEST(Scheme, WritesTheConjunctionAsAWord) {
  const auto vowel = static_cast<Context>(Phoneme::a);
  const auto consonant = static_cast<Context>(Phoneme::n);
  EXPECT_EQ(Scheme("hawar").word("و", kAnything), "û");
  EXPECT_EQ(Scheme("hawar").word("و", vowel), "");
  EXPECT_FALSE(Scheme("hawar").joins());
  EXPECT_EQ(Scheme("kal").word("و", kAnything), "ú");
  for (const std::string_view name : {"bgn", "ala-lc"}) {
    const Scheme scheme(name);
    EXPECT_TRUE(scheme.joins());
    EXPECT_EQ(scheme.word("و", kAnything), "u");
    EXPECT_EQ(scheme.word("و", vowel), " w");
    EXPECT_EQ(scheme.word("و", consonant), " u");
  }
  EXPECT_EQ(Scheme("hawar").word("وو", kAnything), "");
}

TEST(Capital, OfEveryKindOfLetter) {
  const auto capital = [](char32_t c) {
    std::string text;
    append_capital(c, text);
    return text;
  };
  EXPECT_EQ(capital(U'a'), "A");
  EXPECT_EQ(capital(U'i'), "I");
  EXPECT_EQ(capital(U'î'), "Î");
  EXPECT_EQ(capital(U'ş'), "Ş");
  EXPECT_EQ(capital(U'ł'), "Ł");
  EXPECT_EQ(capital(U'ẍ'), "Ẍ");
  EXPECT_EQ(capital(U'ḻ'), "Ḻ");
  EXPECT_EQ(capital(U'ẖ'), "H̱");
  EXPECT_EQ(capital(U'’'), "’");
  EXPECT_EQ(capital(U'ʔ'), "ʔ");
}

}  // namespace
}  // namespace sorani::transliterate
