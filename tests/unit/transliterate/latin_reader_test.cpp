// Back to the Arabic script, word by word.

#include "transliterate/to_arabic/latin_reader.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>

#include "script/script.hpp"
#include "utf8/properties.hpp"
#include "utf8/utf8.hpp"

namespace sorani::transliterate {
namespace {

std::string spelled(std::string_view word, std::string_view scheme = "hawar") {
  std::string out;
  const LatinRules rules{Scheme(scheme)};
  ArabicSpeller speller;
  LatinReader(rules).read(word, speller, out);
  speller.end(out);
  return out;
}

TEST(LatinReader, WritesTheLettersOfSounds) {
  EXPECT_EQ(spelled("kurdistan"), "کوردستان");
  EXPECT_EQ(spelled("gewre"), "گەورە");
  EXPECT_EQ(spelled("jiyan"), "ژیان");
  EXPECT_EQ(spelled("şîrîn"), "شیرین");
  EXPECT_EQ(spelled("çûn"), "چوون");
  EXPECT_EQ(spelled("xwên"), "خوێن");
  EXPECT_EQ(spelled("řoj"), "ڕۆژ");
  EXPECT_EQ(spelled("bira"), "برا");
  EXPECT_EQ(spelled("ḧewt"), "حەوت");
  EXPECT_EQ(spelled("aẍa"), "ئاغا");
  EXPECT_EQ(spelled("duwem"), "دووەم");
  EXPECT_EQ(spelled("nîye"), "نییە");
}

TEST(LatinReader, WritesInitialVowelsWithHamza) {
  EXPECT_EQ(spelled("azad"), "ئازاد");
  EXPECT_EQ(spelled("ême"), "ئێمە");
  EXPECT_EQ(spelled("îran"), "ئیران");
  EXPECT_EQ(spelled("umêd"), "ئومێد");
  EXPECT_EQ(spelled("izmîr"), "ئیزمیر");
}

TEST(LatinReader, WritesNoTappedRAtTheStart) {
  for (const std::string_view scheme : {"hawar", "simple", "kal", "ala-lc", "bgn", "feryad", "wergor", "phonemic"}) {
    EXPECT_EQ(spelled("ro", scheme), "ڕۆ") << scheme;
    EXPECT_EQ(spelled("řo", scheme), "ڕۆ") << scheme;
    EXPECT_EQ(spelled("bar", scheme), "بار") << scheme;
  }
  EXPECT_EQ(spelled("ɾä", "ipa"), "ڕا");
  EXPECT_EQ(spelled("r"), "ر");  // an initial
  EXPECT_EQ(spelled("r", "phonemic"), "ر");
  EXPECT_EQ(spelled("rûpel"), "ڕووپەل");
  EXPECT_EQ(spelled("Rast"), "ڕاست");
  EXPECT_EQ(spelled("rrast"), "ڕاست");
}

TEST(LatinReader, WritesNoThirdWawOrYeh) {
  EXPECT_EQ(spelled("çûwe"), "چووە");
  EXPECT_EQ(spelled("nûsrabûwewe"), "نووسرابووەوە");
  EXPECT_EQ(spelled("xanûwekan"), "خانووەکان");
  EXPECT_EQ(spelled("zûwane"), "زووانە");
  EXPECT_EQ(spelled("hatuwin"), "هاتوون");
  EXPECT_EQ(spelled("hawwiłatî"), "هاووڵاتی");
  EXPECT_EQ(spelled("kotayîyane"), "کۆتاییانە");
  EXPECT_EQ(spelled("awayîyekan"), "ئاواییەکان");
  EXPECT_EQ(spelled("xoyîyan"), "خۆییان");
  EXPECT_EQ(spelled("kurdîye"), "کوردییە");
  EXPECT_EQ(spelled("çúwe", "kal"), "چووە");
  EXPECT_EQ(spelled("duwem"), "دووەم");
}

TEST(LatinReader, WritesTheConjunctionInsideCompounds) {
  EXPECT_EQ(spelled("gifîûgo"), "گفیوگۆ");
  EXPECT_EQ(spelled("hatûço"), "هاتووچۆ");
  EXPECT_EQ(spelled("pileûpaye"), "پلەوپایە");
  EXPECT_EQ(spelled("seraûbin"), "سەراوبن");
  EXPECT_EQ(spelled("goûmij"), "گۆومژ");
}

TEST(LatinReader, WritesEndingsAfterVowels) {
  EXPECT_EQ(spelled("tenhaî"), "تەنهایی");
  EXPECT_EQ(spelled("tenhaîyan"), "تەنهاییان");
  EXPECT_EQ(spelled("tenhaîe"), "تەنهاییە");
  EXPECT_EQ(spelled("doî"), "دۆیی");
  EXPECT_EQ(spelled("naîntîma"), "نائینتیما");  // a compound
}

TEST(LatinReader, PutsHamzaBetweenVowelsOnly) {
  EXPECT_EQ(spelled("taêsta"), "تائێستا");
  EXPECT_EQ(spelled("wiłat"), "وڵات");
  EXPECT_EQ(spelled("dua"), "دوا");
  EXPECT_EQ(spelled("siasî"), "سیاسی");
  EXPECT_EQ(spelled("bûe"), "بووە");
}

TEST(LatinReader, WritesWordsOfTheirOwn) {
  EXPECT_EQ(spelled("û"), "و");
  EXPECT_EQ(spelled("u"), "و");
  EXPECT_EQ(spelled("Û"), "و");
  EXPECT_EQ(spelled("bû"), "بوو");
}

TEST(LatinReader, WritesFinalHWithTatweel) {
  EXPECT_EQ(spelled("guneh"), "گونەهـ");
  EXPECT_EQ(spelled("hemû"), "هەموو");
  EXPECT_EQ(spelled("beheşt"), "بەهەشت");
}

TEST(LatinReader, ReadsCapitalsAndKeyboards) {
  EXPECT_EQ(spelled("KURDISTAN"), "کوردستان");
  EXPECT_EQ(spelled("KURDİSTAN"), "کوردستان");
  EXPECT_EQ(spelled("kurdıstan"), "کوردستان");
  EXPECT_EQ(spelled("Şêx"), "شێخ");
  EXPECT_EQ(spelled("s\u0327e\u0302x"), "شێخ");  // cedilla and circumflex as marks
  EXPECT_EQ(spelled("kurdí"), "کوردی");
  EXPECT_EQ(spelled("bún"), "بوون");
  EXPECT_EQ(spelled("émé"), "ئێمێ");
}

TEST(LatinReader, ReadsSpellingsWithoutDiacritics) {
  EXPECT_EQ(spelled("shar"), "شار");
  EXPECT_EQ(spelled("char"), "چار");
  EXPECT_EQ(spelled("agha"), "ئاغا");
  EXPECT_EQ(spelled("khak"), "خاک");
  EXPECT_EQ(spelled("zhyan"), "ژیان");
  EXPECT_EQ(spelled("kurr"), "کوڕ");
  EXPECT_EQ(spelled("mall"), "ماڵ");
  EXPECT_EQ(spelled("wllat"), "وڵات");
}

TEST(LatinReader, ReadsTheLettersOfAscii) {
  EXPECT_EQ(spelled("imza"), "ئیمزا");
  EXPECT_EQ(spelled("Istanbul"), "ئیستانبول");
  EXPECT_EQ(spelled("inca"), "ئینجا");
  EXPECT_EQ(spelled("nami"), "نامی");
  EXPECT_EQ(spelled("mali"), "مالی");
  EXPECT_EQ(spelled("khoi"), "خۆی");
  for (const auto& [word, letters] :
       {std::pair("bi", "ب"), {"di", "د"}, {"ji", "ژ"}, {"li", "ل"}, {"ti", "ت"}, {"ki", "ک"}, {"çi", "چ"}}) {
    EXPECT_EQ(spelled(word), letters);
  }
  EXPECT_EQ(spelled("chi"), "چی");
  EXPECT_EQ(spelled("mekh"), "مەخ");
  EXPECT_EQ(spelled("takhta"), "تاختا");
  EXPECT_EQ(spelled("qizhqizh"), "قژقژ");
  EXPECT_EQ(spelled("bezhn"), "بەژن");
  EXPECT_EQ(spelled("têkhełdan"), "تێکهەڵدان");
  EXPECT_EQ(spelled("bizhêr"), "بزهێر");
  EXPECT_EQ(spelled("hezhar"), "هەژار");
  EXPECT_EQ(spelled("akhir"), "ئاخر");
  EXPECT_EQ(spelled("khak"), "خاک");
  EXPECT_EQ(spelled("mekhş"), "مەکهش");  // ş is written, so k h is not
}

TEST(LatinReader, ReadsTurkishNames) {
  EXPECT_EQ(spelled("Doğan"), "دۆغان");
  EXPECT_EQ(spelled("Özgür"), "ئۆزگور");
  EXPECT_EQ(spelled("Ümit"), "ئومت");
  EXPECT_EQ(spelled("Kadıköy"), "کادکۆی");
  EXPECT_EQ(spelled("Balı"), "بالی");
}

TEST(LatinReader, ReadsTranscriptionsOfIranianStudies) {
  EXPECT_EQ(spelled("jām"), "جام");
  EXPECT_EQ(spelled("gunjīn"), "گونجین");
  EXPECT_EQ(spelled("parža"), "پارژا");
  EXPECT_EQ(spelled("kārēz"), "کارێز");
  EXPECT_EQ(spelled("bahār"), "بەهار");  // a is ە where ā is written
  EXPECT_EQ(spelled("čak"), "چاک");
  EXPECT_EQ(spelled("jam"), "ژام");
}

TEST(LatinReader, TellsDigraphsFromTwoSounds) {
  EXPECT_EQ(spelled("pêkhate"), "پێکهاتە");
  EXPECT_EQ(spelled("lêkhełpêkan"), "لێکهەڵپێکان");
  EXPECT_EQ(spelled("mezheb"), "مەزهەب");
  EXPECT_EQ(spelled("mezhebî"), "مەزهەبی");
  EXPECT_EQ(spelled("banghêşt"), "بانگهێشت");
  EXPECT_EQ(spelled("deshênan"), "دەشێنان");
  EXPECT_EQ(spelled("deshênanîş"), "دەسهێنانیش");  // ş is written, so s h is not
  EXPECT_EQ(spelled("mîllet"), "میللەت");
  EXPECT_EQ(spelled("gulle"), "گوللە");
  EXPECT_EQ(spelled("mîllî"), "میللی");
}

TEST(LatinReader, TellsAinFromHamza) {
  EXPECT_EQ(spelled("’ereb"), "عەرەب");
  EXPECT_EQ(spelled("'ereb"), "عەرەب");
  EXPECT_EQ(spelled("le’ereb"), "لەعەرەب");
  EXPECT_EQ(spelled("qur’an"), "قورئان");
  EXPECT_EQ(spelled("be’asanî"), "بەئاسانی");
  EXPECT_EQ(spelled("şa’îr"), "شاعیر");
  EXPECT_EQ(spelled("şi’r"), "شعر");
  EXPECT_EQ(spelled("mewzu’"), "مەوزوع");
  EXPECT_EQ(spelled("te’kîd"), "تەئکید");
  EXPECT_EQ(spelled("sa‘at", "ala-lc"), "ساعات");
  EXPECT_EQ(spelled("sa’at", "ala-lc"), "سائات");
  EXPECT_EQ(spelled("bir̄a R̄awêj", "ala-lc"), "بڕا ڕاوێژ");
}

TEST(LatinReader, ReadsLettersOfOtherSchemes) {
  EXPECT_EQ(spelled("ṟoj"), "ڕۆژ");
  EXPECT_EQ(spelled("maḻ"), "ماڵ");
  EXPECT_EQ(spelled("ëereb"), "عەرەب");
  EXPECT_EQ(spelled("ʔazad"), "ئازاد");
  EXPECT_EQ(spelled("ƹereb"), "عەرەب");
  EXPECT_EQ(spelled("ʃäɾ"), "شار");
  EXPECT_EQ(spelled("ax̱a"), "ئاغا");
}

TEST(LatinReader, LetsTheSchemeDecide) {
  EXPECT_EQ(spelled("caw", "kal"), "چاو");
  EXPECT_EQ(spelled("jejhn", "kal"), "جەژن");
  EXPECT_EQ(spelled("ciwan", "hawar"), "جوان");
  EXPECT_EQ(spelled("peře", "simple"), "پەڕە");
  EXPECT_EQ(spelled("t͡ʃäwa", "ipa"), "چاوە");
  EXPECT_EQ(spelled("jak", "ipa"), "یەک");
  EXPECT_EQ(spelled("es·hab", "bgn"), "ئەسهاب");
  EXPECT_EQ(spelled("eshab", "bgn"), "ئەشاب");
  EXPECT_EQ(spelled("eshab", "phonemic"), "ئەسهاب");
}

TEST(LatinRules, MatchEachKnownLetterInAnyContext) {
  for (const SchemeInfo& scheme : schemes()) {
    if (scheme.is_strict) continue;
    const LatinRules rules{Scheme(scheme.name)};
    for (char32_t c = 0xC0; c < 0x2000; ++c) {
      if (!script::is(c, script::kLatinLetter) || utf8::canonical_decomposition(c).empty() || !rules.knows(c)) continue;
      std::string letter;
      utf8::append(c, letter);
      for (const Context left : {kEdge, static_cast<Context>(Phoneme::a), static_cast<Context>(Phoneme::b)}) {
        const auto never = [](const LatinRules::Rule&) { return false; };
        EXPECT_NE(rules.find(letter, left, true, never).rule, nullptr) << scheme.name << ' ' << letter << ' ' << +left;
      }
    }
  }
}

TEST(LatinReader, KeepsWhatItDoesNotKnow) {
  EXPECT_EQ(spelled("aßa"), "ئاßئا");
  EXPECT_EQ(spelled("ñan"), "نان");  // the letter under a mark that no scheme has
}

}  // namespace
}  // namespace sorani::transliterate
