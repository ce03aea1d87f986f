#include "transliterate/properties.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "normalize/properties.hpp"
#include "normalize/random_text.hpp"
#include "support/environment.hpp"
#include "support/escaped.hpp"
#include "support/watchdog.hpp"

namespace sorani::test {
namespace {

/// Pieces that transliteration looks at.
constexpr std::string_view kPieces[] = {
    " ",       " ",      " ",      "\n", "نان",    "ئاو",    "و",      " و ", "کوردستان", "لە",      "عەرەب",
    "ووردی",   "ییە",    "ص",      "أ",  "\u064E", "\u0651", "\u064B", "ا",   "ـ",        "ه",       "\u200C",
    "\u200D",  "\u200F", "\u0301", "٢",  "۵",      "،",      "؟",      "nan", "Azadî",    "û",       "’",
    "'",       "‘",      "ʾ",      "ʿ",  "şa",     "sh",     "x̱",      "i",   "h",        "{",       "}",
    "}}",      "@",      "#",      ".",  ":",      "/",      "-",      "_",   "www.",     "http://", "a.com",
    "a@b.org", "12",     ",",      "?",  "\xD8",   "\xFF",   "\xC5",   "😀",   "Я",        "\t"};

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

}  // namespace
}  // namespace sorani::test
