#include "normalize/oracle.hpp"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <array>
#include <ostream>
#include <string>
#include <vector>

#include "normalize/properties.hpp"
#include "normalize/random_options.hpp"
#include "normalize/random_text.hpp"
#include "support/environment.hpp"
#include "support/escaped.hpp"
#include "support/watchdog.hpp"
#include "utf8/utf8.hpp"

namespace sorani::test {
namespace {

std::string utf8(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) utf8::append(c, out);
  return out;
}

/// Compares the normalizer with the oracle on every string of an alphabet, the short ones first.
class Comparison {
 public:
  Comparison(const NormalizerOptions& options, std::u32string_view alphabet)
      : options_(options), alphabet_(alphabet), normalizer_(options), oracle_(options) {}

  void run(std::size_t longest) {
    for (std::size_t length = 1; length <= longest && !failed_; ++length) {
      watchdog_.begin(fmt::format("{}, strings of {}", described(options_), length));
      extend({}, length);
    }
  }

 private:
  void extend(const Oracle::State& state, std::size_t more) {
    for (const char32_t c : alphabet_) {
      if (failed_) return;
      Oracle::State next = state;
      oracle_.read(next, c);
      text_ += c;
      if (more > 1) {
        extend(next, more - 1);
      } else {
        compare(next);
      }
      text_.pop_back();
    }
  }

  void compare(const Oracle::State& state) {
    const std::string text = utf8(text_);
    const std::string expected = oracle_.finish(state);
    out_.clear();
    normalizer_.append(text, out_);
    failed_ = out_ != expected;
    EXPECT_FALSE(failed_) << described(options_) << "\n  text     " << escaped(text) << "\n  expected "
                          << escaped(expected) << "\n  got      " << escaped(out_);
  }

  NormalizerOptions options_;
  std::u32string_view alphabet_;
  Normalizer normalizer_;
  Oracle oracle_;
  std::u32string text_;
  std::string out_;
  bool failed_ = false;
  Watchdog watchdog_{std::chrono::seconds(600)};
};

struct Alphabet {
  const char* name;
  std::u32string_view letters;
};

void PrintTo(const Alphabet& alphabet, std::ostream* out) { *out << alphabet.name; }

using namespace std::string_view_literals;

/// Small alphabets of characters whose rules interact.
constexpr Alphabet kAlphabets[] = {
    {"HehJoiners", U"ه\u200C\u0640اک "sv},
    {"HehForms", U"ھه\u200Dەب\n"sv},
    {"HehMarks", U"ه\u064Eۆ\u200C\u0640."sv},
    {"Allah", U"الله\u0640 "sv},
    {"AllahForms", U"لهھا\u200C\u0651ی "sv},
    {"AllahOthers", U"لهةد\u200C\u200D."sv},
    {"FinalWaw", U"ئەو\u200C ن"sv},
    {"Breaks", U"ه\u200B\uFEFF\u200Cن\u2069 "sv},
    {"Isolates", U"بہا\u2068\u200E\u064E\u200C"sv},
    {"TatweelJoiners", U"م\u0640\u200Cاه\u064E "sv},
    {"TehMarbuta", U"اةە\u06C3ل\u200B\u0640"sv},
    {"Controls", U"ه\u0002\u001F\u000Bن\u009D\uFFFC"sv},
    {"Conjunction", U"و\u200C کە\n"sv},
    {"ConjunctionMarks", U"و\u200C\u200Dا\u0651ب"sv},
    {"Joiners", U"\u200C\u200Dسد\u064E،"sv},
    {"JoinersElsewhere", U"\u200C\u200Dसa😀1"sv},
    {"HamzaAndMarks", U"ی\u0654ل\u064E\u0650\u0651"sv},
    {"VowelMarks", U"ولر\u064E\u0650 "sv},
    {"VowelMarksOfWords", U"یك\u064E\u064B\u0640 "sv},
    {"ComposedMarks", U"ا\u0653\u0654\u0655\u064E\u0301"sv},
    {"SpellingOfWords", U"روی ک."sv},
    {"Quotes", U"«\"() ک"sv},
    {"QuotesAndSigns", U"“”\".،ک"sv},
    {"Punctuation", U"،!:) ک"sv},
    {"PunctuationOfDigits", U",;?1 ک"sv},
    {"Digits", U"1٢۳کa\u0650"sv},
    {"LineEnds", U" \r\n\0\ta"sv},
    {"Bullets", U"\uF0B7\uF0A7\uE001 \n\t"sv},
    {"Invisible", U"\uFEFF\uFE0F\u200B \u200Cک"sv},
    {"Presentation", U"\uFEEA\uFEEB\uFEF7\uFE70\uFDF2 "sv},
    {"WordLigatures", U"\uFDFA\uFDF2با\u064E "sv},
};

/// The options that every alphabet is tested with.
std::vector<NormalizerOptions> option_sets() {
  std::vector<NormalizerOptions> sets;
  for (const Profile profile : Normalizer::profiles()) {
    NormalizerOptions options;
    options.profile = profile;
    sets.push_back(options);
  }
  for (const Profile profile : {Profile::standard, Profile::search}) {
    NormalizerOptions options;
    options.profile = profile;
    options.rules = "+punctuation,+arabic-punctuation,+quotes,+split-digits";
    sets.push_back(options);
    options.heh = Heh::heh_doachashmee;
    options.rules += ",-conjunction,-nfc";
    sets.push_back(options);
  }
  return sets;
}

class OracleTest : public testing::TestWithParam<Alphabet> {};

TEST_P(OracleTest, AgreesOnEveryShortString) {
  for (const NormalizerOptions& options : option_sets()) {
    Comparison(options, GetParam().letters).run(oracle_length(5));
  }
}

TEST_P(OracleTest, AgreesForRandomRules) {
  const std::size_t runs = property_runs(200) / 10;
  for (std::size_t i = 0; i < runs && !HasFailure(); ++i) {
    NormalizerOptions options = random_options(case_seed(i));
    options.restore = false;
    options.word_map.clear();
    if (options.digits != Digits::keep) options.digits = Digits::latin;
    options.rules += options.rules.empty() ? "" : ",";
    options.rules += "-html,-urls,-emails,-digits-arabic,-digits-persian";
    SCOPED_TRACE(fmt::format("seed {}", case_seed(i)));
    Comparison(options, GetParam().letters).run(std::min<std::size_t>(oracle_length(5), 6) - 1);
  }
}

INSTANTIATE_TEST_SUITE_P(Normalizer, OracleTest, testing::ValuesIn(kAlphabets),
                         [](const auto& test) { return test.param.name; });

/// Longer texts, of all characters that rules name.
TEST(OracleTest, AgreesOnRandomTexts) {
  const std::size_t runs = property_runs(2000);
  Watchdog watchdog;
  for (const NormalizerOptions& options : option_sets()) {
    Normalizer normalizer(options);
    const Oracle oracle(options);
    for (std::size_t i = 0; i < runs && !HasFailure(); ++i) {
      const std::string text = RandomText(case_seed(i)).text();
      watchdog.begin(described(options) + ", text " + escaped(text));
      const auto differs = [&](std::string_view part) { return normalizer(part) != oracle(part); };
      if (!differs(text)) continue;
      const std::string shortest = shrunk(text, differs);
      ADD_FAILURE() << "seed " << case_seed(i) << ", " << described(options) << "\n  text     " << escaped(shortest)
                    << "\n  expected " << escaped(oracle(shortest)) << "\n  got      " << escaped(normalizer(shortest));
    }
  }
}

}  // namespace
}  // namespace sorani::test
