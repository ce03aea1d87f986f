// Whole texts. The words are such that no reader could read them in two ways.

#include <gtest/gtest.h>

#include <algorithm>
#include <sorani/error.hpp>
#include <sorani/transliterator.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "support/expect_error.hpp"

namespace sorani {
namespace {

std::string to_latin(std::string_view text, TransliteratorOptions options = {}) {
  return Transliterator(options)(text);
}

std::string to_arabic(std::string_view text, TransliteratorOptions options = {}) {
  options.reverse = true;
  return Transliterator(options)(text);
}

TEST(Transliterator, WritesWordsInLatinLetters) {
  EXPECT_EQ(to_latin("ئازادی"), "azadî");
  EXPECT_EQ(to_latin("نان و ئاو"), "nan û aw");
  EXPECT_EQ(to_latin("ماڵەوە\nباران"), "małewe\nbaran");
  EXPECT_EQ(to_latin(""), "");
}

TEST(Transliterator, MapsDigitsAndPunctuation) {
  EXPECT_EQ(to_latin("نان، ئاو؛ ٢٠٢١؟ ۱۹۹۹ ٣٫٥٪ ١٬٠٠٠"), "nan, aw; 2021? 1999 3,5% 1,000");
  EXPECT_EQ(to_latin("نان، ٢؟", {.keep_punctuation = true}), "nan، ٢؟");
  EXPECT_EQ(to_arabic("nan, aw; 2021? 5%."), "نان، ئاو؛ ٢٠٢١؟ ٥٪.");
  EXPECT_EQ(to_arabic("nan, 2?", {.keep_punctuation = true}), "نان, 2?");
}

TEST(Transliterator, WritesEndingsOfNumbersAndClosingMarks) {
  EXPECT_EQ(to_arabic("1991î 7em 12emîn 30%î 1960ekan 5ewe"), "١٩٩١ی ٧ەم ١٢ەمین ٣٠٪ی ١٩٦٠ەکان ٥ەوە");
  EXPECT_EQ(to_arabic("«nan»î \"nan\"ekan “nan”ewe ”nan“î (nan)e [nan]îş"),
            "«نان»ی \"نان\"ەکان “نان”ەوە ”نان“ی (نان)ە [نان]یش");
  EXPECT_EQ(to_arabic("1980'an 2003'da 2018’ê 1975-an 2005-da"), "١٩٨٠ان ٢٠٠٣دا ٢٠١٨ێ ١٩٧٥ان ٢٠٠٥دا");
  EXPECT_EQ(to_arabic("10azar 3endam 12eylûl \"azad\" («ewe») -\"ême\""),
            "١٠ئازار ٣ئەندام ١٢ئەیلوول \"ئازاد\" («ئەوە») -\"ئێمە\"");
  EXPECT_EQ(to_arabic("kes(ekan) kar(an) kes(azad) kes (ewe)"), "کەس(ەکان) کار(ان) کەس(ئازاد) کەس (ئەوە)");
  EXPECT_EQ(to_arabic("5ekanîşyanda 2018-2019 5-azar 5'azar"), "٥ەکانیشیاندا ٢٠١٨-٢٠١٩ ٥-ئازار ٥'ئازار");
  EXPECT_EQ(to_arabic("5î", {.scheme = "kal"}), "٥ی");
}

TEST(Transliterator, WritesEndingsBehindHyphens) {
  EXPECT_EQ(to_arabic("Bab-î nan-ekan Kes-ê, sal-an (Bab-ewe) Bab-da"),
            "باب-ی نان-ەکان کەس-ێ، سال-ان (باب-ەوە) باب-دا");
  EXPECT_EQ(to_arabic("kurd-îran nan-azad ew-\"ew\" dest-e-nan -î nan - î"),
            "کورد-ئیران نان-ئازاد ئەو-\"ئەو\" دەست-ئە-نان -ئی نان - ئی");
  for (const std::string_view text : {"باب-ی", "نان-ەکانی هات", "کەس-ێ، باب-ئازاد"}) {
    EXPECT_EQ(to_arabic(to_latin(text)), text);
    EXPECT_EQ(to_arabic(to_latin(text, {.scheme = "strict"}), {.scheme = "strict"}), text);
  }
}

TEST(Transliterator, ReadsNumbers) {
  EXPECT_EQ(to_arabic("3,75 12,000 4,500,000 1,234.5"), "٣٫٧٥ ١٢٬٠٠٠ ٤٬٥٠٠٬٠٠٠ ١٬٢٣٤٫٥");
  EXPECT_EQ(to_arabic("3, 7 1,2,3 0,125 12:30 1/2/2020 1.2.2020 3.5 5,"),
            "٣، ٧ ١،٢،٣ ٠٫١٢٥ ١٢:٣٠ ١/٢/٢٠٢٠ ١.٢.٢٠٢٠ ٣.٥ ٥،");
  EXPECT_EQ(to_arabic("3,75 nan, nan", {.keep_punctuation = true}), "3,75 نان, نان");
  EXPECT_EQ(to_latin("٣٫٧٥ ١٢٬٠٠٠ ٤٬٥٠٠٬٠٠٠ ١٬٢٣٤٫٥"), "3,75 12,000 4,500,000 1,234.5");
  // Not 1,250, which is another number.
  EXPECT_EQ(to_latin("١٫٢٥٠ ٢،٣ ١،٢،٣ ٠٫١٢٥ ١٫ ١٬٢٣"), "1٫250 2,3 1,2,3 0,125 1. 1٬23");
}

TEST(Transliterator, ReadsInitials) {
  EXPECT_EQ(to_arabic("p.d.k (r.x) d. s."), "پ.د.ک (ر.خ) د. س.");
  for (const std::string_view text : {"پ.د.ک", "(ر.خ)", "د. ئازاد", "ن.س.ر"}) {
    EXPECT_EQ(to_arabic(to_latin(text)), text);
  }
}

TEST(Transliterator, JoinsTheCopula) {
  EXPECT_EQ(to_arabic("baş e. dirêj e, em nane ye!"), "باشە. درێژە، ئەم نانەیە!");
  EXPECT_EQ(to_arabic("pak in; ewane n kurd im kurd în"), "پاکن؛ ئەوانەن کوردم کوردین");
  EXPECT_EQ(to_arabic("nwê ye zû ye tenya e mela e zû e"), "نوێیە زوویە تەنیایە مەلایە زووە");
  EXPECT_EQ(to_arabic("gunah e \"nan\" e 50% e «nan» in"), "گوناهە \"نان\"ە ٥٠٪ە «نان»ن");
  EXPECT_EQ(to_arabic("e nan  e nan\ne nan, e (e) nan e e"), "ئە نان  ئە نان\nئە نان، ئە (ئە) نانە ئە");
  EXPECT_EQ(to_arabic("nan e.com nan e@nan.org nan e/nan nan e’nan"), "نان e.com نان e@nan.org نان ئە/نان نان ئەعنان");
  EXPECT_EQ(to_arabic("nan n kurdî n p n k"), "نان ن کوردین پ ن ک");
  EXPECT_EQ(to_arabic("sałî 1999 î zayînî; î min"), "ساڵی ١٩٩٩ ی زایینی؛ ئی من");
}

TEST(Transliterator, LeavesWhatIsNotSorani) {
  constexpr std::string_view kForeign = "COVID-19 http://example.com/کورد user@example.com @ئازاد Я 漢 😀 \t «»";
  EXPECT_EQ(to_latin(kForeign), kForeign);
  EXPECT_EQ(to_latin("#ئازادی"), "#azadî");
  EXPECT_EQ(to_latin("  نان  \r\n\n نان "), "  nan  \r\n\n nan ");
  EXPECT_EQ(to_arabic("http://example.com/nan user@example.com @nan #nan Я 漢 😀"),
            "http://example.com/nan user@example.com @nan #nan Я 漢 😀");
  EXPECT_EQ(to_arabic("نان nan"), "نان نان");
  EXPECT_EQ(to_arabic("\u1F88 nan × ÷"), "\u1F88 نان × ÷");  // next to the Latin blocks
}

TEST(Transliterator, ReadsUnnormalizedText) {
  EXPECT_EQ(to_latin("كـــاكي"), "kakî");
  EXPECT_EQ(to_latin("نامه‌ی"), "namey");
  EXPECT_EQ(to_latin("ﻧﺎﻥ"), "nan");
  EXPECT_EQ(to_latin("نان\u200Cئاو"), "nan’aw");
  EXPECT_EQ(to_latin("گوناهـ"), "gunah");
}

TEST(Transliterator, ReadsForeignLetters) {
  EXPECT_EQ(to_latin("طاها"), "taha");
  EXPECT_EQ(to_latin("ڕەمەضان"), "řemezan");
  EXPECT_EQ(to_latin("أحمد")[0], 'e');
  EXPECT_EQ(to_latin("آزاد"), "azad");
  EXPECT_EQ(to_latin("قُرآن"), "qur’an");
  EXPECT_EQ(to_latin("قَالَ"), "qale");
  EXPECT_EQ(to_latin("رَبَّنَا"), "rebbena");
  EXPECT_EQ(to_latin("نان \u064B"), "nan \u064B");  // a mark on nothing
}

TEST(Transliterator, KeepsAJoinerBehindAnAddress) { EXPECT_EQ(to_latin("www.\u11C0\u200Cؤ"), "www.\u11C0\u200Co"); }

TEST(Transliterator, WritesTheConjunctionAsTheWordBeforeItAsks) {
  EXPECT_EQ(to_latin("نان و ئاو", {.scheme = "bgn"}), "nan u aw");
  EXPECT_EQ(to_latin("چا و نان", {.scheme = "ala-lc"}), "ça w nan");
  EXPECT_EQ(to_latin("نان  و ئاو", {.scheme = "bgn"}), "nan  u aw");
  EXPECT_EQ(to_latin("و نان", {.scheme = "bgn"}), "u nan");
  EXPECT_EQ(to_latin("٥ و ٦", {.scheme = "bgn"}), "5 u 6");
  EXPECT_EQ(to_latin("نان\nو", {.scheme = "bgn"}), "nan\nu");
  EXPECT_EQ(to_latin("نان و", {.scheme = "bgn"}), "nan u");
  for (const char* scheme : {"ala-lc", "bgn"}) {
    const std::string text = "چا و نان و ئاو";
    EXPECT_EQ(Transliterator({.scheme = scheme, .reverse = true})(to_latin(text, {.scheme = scheme})), text) << scheme;
  }
  EXPECT_EQ(to_latin("نان و ئاو", {.scheme = "bgn", .syllables = true}), "nan u aw");
  EXPECT_EQ(to_latin("نان و ئاو", {.scheme = "bgn", .syllables = true, .join_conjunction = true}), "na.nu aw");
}

TEST(Transliterator, BeginsSentencesWithACapital) {
  const TransliteratorOptions sentence{.letter_case = LetterCase::sentence};
  EXPECT_EQ(to_latin("ئازادی. نان و ئاو؟ ماڵ", sentence), "Azadî. Nan û aw? Mał");
  EXPECT_EQ(to_latin("نان\n\nئاو", sentence), "Nan\n\nAw");
  EXPECT_EQ(to_latin("«نان»", sentence), "«Nan»");
  EXPECT_EQ(to_latin("٢٠ نان", sentence), "20 nan");
  EXPECT_EQ(to_latin("BBC نان", sentence), "BBC nan");
  EXPECT_EQ(to_latin("عاشق", sentence).substr(0, 4), "’A");
  EXPECT_EQ(to_latin("شار", {.scheme = "bgn", .letter_case = LetterCase::sentence}), "Shar");
  EXPECT_EQ(to_latin("\"نان\" باشە. ”ئاو“ باشە. „نان“ باشە. ‘ئاو’ باشە. ’نان‘ باشە.", sentence),
            "\"Nan\" başe. ”Aw“ başe. „Nan“ başe. ‘Aw’ başe. ’Nan‘ başe.");
  EXPECT_EQ(to_latin("نان باشە. http://example.org باشە. (ئاو) باشە.", sentence),
            "Nan başe. http://example.org başe. (Aw) başe.");
}

TEST(Transliterator, GivesTheNameBehindAnInitialACapitalToo) {
  const TransliteratorOptions sentence{.letter_case = LetterCase::sentence};
  EXPECT_EQ(to_latin("د. ئازاد هات. م. ئازاد لەگەڵ د. ئازاد هات.", sentence),
            "D. Azad hat. M. Azad legeł d. azad hat.");
  EXPECT_EQ(to_latin("هـ. ئازاد هات", sentence), "H. Azad hat");
  EXPECT_EQ(to_latin("پ. ی. ئازاد هات", sentence), "P. Y. Azad hat");
  EXPECT_EQ(to_latin("ئەند. ئازاد هات", sentence), "End. Azad hat");
  EXPECT_EQ(to_latin("پ.د.ک هات", sentence), "P.d.k hat");
  EXPECT_EQ(to_latin("ب- نان", sentence), "B- nan");
}

TEST(Transliterator, MarksSyllables) { EXPECT_EQ(to_latin("ئازادی، نان", {.syllables = true}), "a.za.dî, nan"); }

TEST(Transliterator, TellsReadings) {
  std::vector<std::string> rows;
  Transliterator transliterator;
  transliterator.readings("نان، ٢ BBC\nئازاد", 3, [&](const WordReading& reading) {
    rows.push_back(std::string(reading.word) + ' ' + std::string(reading.text));
  });
  ASSERT_GE(rows.size(), 2u);
  EXPECT_EQ(rows.front(), "نان nan");
  EXPECT_NE(std::find(rows.begin(), rows.end(), "ئازاد azad"), rows.end());
}

TEST(Transliterator, RefusesWhatMakesNoSense) {
  const auto message = [](const TransliteratorOptions& options) {
    return test::error_message<Error>([&] { Transliterator{options}; });
  };
  EXPECT_EQ(message({.scheme = "latin"}).substr(0, 18), "no scheme 'latin';");
  EXPECT_EQ(message({.letter_case = static_cast<LetterCase>(2)}), "no value of LetterCase: 2");
  EXPECT_EQ(message({.scheme = "ipa", .letter_case = LetterCase::sentence}), "scheme 'ipa' has no capitals");
  EXPECT_EQ(message({.reverse = true, .letter_case = LetterCase::sentence}), "the Arabic script has no capitals");
  EXPECT_EQ(message({.reverse = true, .syllables = true}), "syllables are not marked in the Arabic script");
  EXPECT_EQ(message({.reverse = true, .join_conjunction = true}),
            "the conjunction is a word by itself in the Arabic script");
  EXPECT_EQ(message({.scheme = "strict", .join_conjunction = true}),
            "scheme 'strict' joins no words, which could not be parted again");
  EXPECT_EQ(message({.scheme = "strict", .syllables = true}),
            "scheme 'strict' has no marks for syllables, which could not be taken away again");
}

TEST(LetterCase, HasANameThatIsReadBack) {
  for (const LetterCase letter_case : {LetterCase::lower, LetterCase::sentence}) {
    EXPECT_EQ(letter_case_of(to_string(letter_case)), letter_case);
  }
  EXPECT_EQ(to_string(LetterCase::sentence), "sentence");
  EXPECT_EQ(to_string(static_cast<LetterCase>(2)), "");
  EXPECT_EQ(letter_case_of("upper"), std::nullopt);
}

TEST(Transliterator, CopiesAreIndependent) {
  Transliterator first({.scheme = "kal"});
  EXPECT_EQ(first("چاو"), "caw");
  Transliterator second(first);
  EXPECT_EQ(second("چاو"), "caw");
  first = Transliterator();
  EXPECT_EQ(first("چاو"), "çaw");
  EXPECT_EQ(second("چاو"), "caw");
}

TEST(Transliterator, AppendsToWhatIsThere) {
  std::string out = "before ";
  Transliterator().append("نان", out);
  EXPECT_EQ(out, "before nan");
}

}  // namespace
}  // namespace sorani
