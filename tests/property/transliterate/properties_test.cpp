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

/// Calls `see` for every text of up to `length` of these pieces.
template <typename See>
void for_every_text(std::span<const std::string_view> pieces, std::size_t length, const See& see) {
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
    see(text);
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
