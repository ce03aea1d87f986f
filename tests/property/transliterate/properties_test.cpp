#include "transliterate/properties.hpp"

#include <gtest/gtest.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "normalize/properties.hpp"
#include "normalize/random_text.hpp"
#include "support/environment.hpp"
#include "support/escaped.hpp"
#include "support/watchdog.hpp"

namespace sorani::test {
namespace {

/// Pieces that transliteration looks at.
constexpr std::string_view kPieces[] = {
    " ",       " ",      " ",      "\n", "نان",    "ئاو",    "و",      " و ", "کوردستان", "لە",       "عەرەب",
    "ووردی",   "ییە",    "ص",      "أ",  "\u064E", "\u0651", "\u064B", "ا",   "ـ",        "ه",        "\u200C",
    "\u200D",  "\u200F", "\u0301", "٢",  "۵",      "،",      "؟",      "nan", "Azadî",    "û",        "’",
    "'",       "‘",      "ʾ",      "ʿ",  "şa",     "sh",     "x̱",      "i",   "h",        "{",        "}",
    "}}",      "@",      "#",      ".",  ":",      "/",      "-",      "_",   "www.",     "http://",  "a.com",
    "a@b.org", "12",     ",",      "?",  "\xD8",   "\xFF",   "\xC5",   "😀",   "Я",        "\t",       "mîll",
    "te’",     "kh",     "rr",     "Ş",  "eh",     "îe",     "ué",     "’î",  "\u0327",   "t\u0361ʃ", "ñ",
    "·",       ")",      "“",      "—",  "kurd",   "ẍ",      "Gh",     "û ",  "د",        "ب ",       "ی",
    "چ ",      "هـ",     "هتد",    "کم", "بڕ.",    "پ.د.ک",  "«",      "...", "-"};

/// Pieces that the way back looks at.
constexpr std::string_view kLatinPieces[] = {
    " ",   " ",     " ", "\n", "nan", "kurd", "ewe", "azad",      " e", " ye", " in", " n", " î", "î",  "em", "ekan",
    "an",  "-",     "'", "’",  "ā",   "č",    "j",   "(",         ")",  "\"",  "“",   "«",  "»",  "%",  ".",  ",",
    "1",   "1,000", "٥", "r",  "rr",  "wû",   "ûw",  "yî",        "îy", "bi",  "i",   "h",  "sh", "kh", "ş",  "e.Ew",
    "e@x", "ew/",   "û", "aî", "...", ":",    ";",   "www.a.com", "#",  "Ê",   "I",   "̂",   "ñ",  "ß",  "ئا"};

std::string random_text(RandomText& random) {
  if (random.below(3) == 0) return random.text();
  std::string text;
  for (std::size_t n = 1 + random.below(12); n > 0; --n) text += kPieces[random.below(std::size(kPieces))];
  return text;
}

TEST(TransliteratorProperties, HoldForRandomTexts) {
  Transliterators transliterators;
  Watchdog watchdog;
  const std::size_t runs = property_runs(40000);
  for (std::size_t i = 0; i < runs && !testing::Test::HasFailure(); ++i) {
    RandomText random(case_seed(i));
    const std::string text = random_text(random);
    watchdog.begin(escaped(text));
    if (!transliterators.all(text)) continue;
    const std::string shortest =
        shrunk(text, [&](std::string_view part) { return transliterators.all(part).has_value(); });
    ADD_FAILURE() << "seed " << case_seed(i) << "\n  text " << escaped(shortest) << "\n  "
                  << *transliterators.all(shortest);
  }
}

/// Calls `visit` for every text of up to `length` of these pieces.
template <typename Visitor>
void for_every_text(std::span<const std::string_view> pieces, std::size_t length, const Visitor& visit) {
  std::vector<std::size_t> numbers;
  for (;;) {
    std::size_t at = 0;
    while (at < numbers.size() && ++numbers[at] == pieces.size()) numbers[at++] = 0;
    if (at == numbers.size()) {
      if (numbers.size() == length) return;
      numbers.push_back(0);
    }
    std::string text;
    for (const std::size_t number : numbers) text += pieces[number];
    visit(text);
  }
}

TEST(TransliteratorProperties, WayBackIsByTheRulesForAllShortTexts) {
  constexpr std::string_view kLetters[] = {"a", "î", "s", "h", "ş", "l", "’", "'", "‘", "u", " ", ".", "1"};
  Transliterators transliterators;
  for_every_text(kLetters, 4, [&](const std::string& text) {
    const auto failure = transliterators.way_back_is_by_the_rules(text);
    EXPECT_FALSE(failure) << escaped(text) << ": " << *failure;
  });
}

TEST(TransliteratorProperties, EndingsAndEncliticsAreByTheRulesForAllShortTexts) {
  constexpr std::string_view kEndings[] = {"e", "n", "î", "an", "5", ",", "-", ")", "\"", "(", "h", " ", "."};
  Transliterators transliterators;
  for_every_text(kEndings, 4, [&](const std::string& text) {
    const auto failure = transliterators.way_back_is_by_the_rules(text);
    EXPECT_FALSE(failure) << escaped(text) << ": " << *failure;
  });
}

/// Words that can be read in one way only, and are spelled with letters that all schemes keep apart.
constexpr std::string_view kWords[] = {"نان", "ئازاد", "کەس", "ئەو", "باران", "ئەوە", "گەنم", "ئێستا", "مانگ"};
constexpr std::string_view kEndings[] = {"ی",   "ەم",    "ەمین", "دا",  "ان",     "ەکان",
                                         "ەوە", "ەکانی", "ێک",   "ەکە", "ەکاندا", "ەمدا"};
constexpr std::string_view kQuotes[][2] = {{"«", "»"}, {"(", ")"}, {"\"", "\""}, {"“", "”"}, {"”", "“"}, {"[", "]"}};

std::string random_number(RandomText& random) {
  constexpr std::string_view kDigits[] = {"٠", "١", "٢", "٣", "٤", "٥", "٦", "٧", "٨", "٩"};
  constexpr std::string_view kSeparators[] = {"٫", ".", "/", ":", "-"};
  std::string number(kDigits[1 + random.below(9)]);
  const auto add = [&](std::size_t count) {
    while (count-- > 0) number += kDigits[random.below(10)];
  };
  switch (random.below(4)) {
    case 0:
      for (add(random.below(3)); random.below(2) == 0;) {
        number += "٬";
        add(3);
      }
      return number;
    case 1:
      add(random.below(4));
      number += kSeparators[random.below(std::size(kSeparators))];
      add(1 + random.below(5));
      return number;
    default:
      add(random.below(5));
      return number;
  }
}

/// Words, numbers and quotations, with an ending or none, and punctuation between.
std::string random_phrases(RandomText& random) {
  constexpr std::string_view kGaps[] = {" ", " ", " ", "، ", "؛ ", ". ", "؟ ", " - ", "\n"};
  std::string text;
  const auto word = [&] { return std::string(kWords[random.below(std::size(kWords))]); };
  for (std::size_t n = 1 + random.below(6); n > 0; --n) {
    const std::size_t kind = random.below(4);
    const auto& quotes = kQuotes[random.below(std::size(kQuotes))];
    if (kind == 0) text += word() + (random.below(4) == 0 ? "-" : "");
    if (kind == 1) text += random_number(random);
    if (kind == 2) text += random_number(random) + "٪";
    if (kind == 3) {
      text += std::string(quotes[0]) + (random.below(2) == 0 ? word() + " " + word() : random_number(random)) +
              std::string(quotes[1]);
    }
    if ((kind != 0 && random.below(2) == 0) || text.ends_with('-')) text += kEndings[random.below(std::size(kEndings))];
    text += kGaps[random.below(std::size(kGaps))];
  }
  return text;
}

TEST(TransliteratorProperties, TextWithEndingsNumbersAndQuotationsComesBack) {
  Transliterators transliterators;
  const std::size_t runs = property_runs(3000);
  for (std::size_t i = 0; i < runs && !testing::Test::HasFailure(); ++i) {
    RandomText random(case_seed(i));
    const std::string text = random_phrases(random);
    const auto failure = transliterators.there_and_back_is_the_same(text);
    EXPECT_FALSE(failure) << "seed " << case_seed(i) << "\n  " << text << "\n  " << *failure;
  }
}

TEST(TransliteratorProperties, WayBackIsByTheRulesForLatinTexts) {
  Transliterators transliterators;
  const std::size_t runs = property_runs(40000);
  const auto failure = [&](std::string_view part) {
    const auto found = transliterators.way_back_is_by_the_rules(part);
    return found ? found : transliterators.cuts_change_nothing(part);
  };
  const auto fails = [&](std::string_view part) { return failure(part).has_value(); };
  for (std::size_t i = 0; i < runs && !testing::Test::HasFailure(); ++i) {
    RandomText random(case_seed(i));
    std::string text;
    for (std::size_t n = random.below(20); n > 0; --n) text += kLatinPieces[random.below(std::size(kLatinPieces))];
    if (!fails(text)) continue;
    const std::string shortest = shrunk(text, fails);
    ADD_FAILURE() << "seed " << case_seed(i) << "\n  text " << escaped(shortest) << "\n  " << *failure(shortest);
  }
}

TEST(TransliteratorProperties, WayBackIsByTheRulesForLongTexts) {
  Transliterators transliterators;
  const std::size_t runs = property_runs(400);
  for (std::size_t i = 0; i < runs && !testing::Test::HasFailure(); ++i) {
    RandomText random(case_seed(i));
    std::string text;
    for (std::size_t n = random.below(300); n > 0; --n) text += random_text(random) + (random.below(2) == 0 ? " " : "");
    const auto failure = transliterators.way_back_is_by_the_rules(text);
    EXPECT_FALSE(failure) << "seed " << case_seed(i) << ": " << *failure;
  }
}

}  // namespace
}  // namespace sorani::test
