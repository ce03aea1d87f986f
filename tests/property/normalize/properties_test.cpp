#include "normalize/properties.hpp"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <iterator>
#include <ostream>
#include <string>
#include <vector>

#include "normalize/random_options.hpp"
#include "normalize/random_text.hpp"
#include "support/environment.hpp"
#include "support/escaped.hpp"
#include "support/watchdog.hpp"

namespace sorani::test {
namespace {

/// Tests `property` on one text; a failure shows the shortest text that fails.
void expect(Property property, Normalizer& normalizer, const std::string& text, const std::string& which) {
  if (!property(normalizer, text)) return;
  const std::string shortest =
      shrunk(text, [&](std::string_view part) { return property(normalizer, part).has_value(); });
  ADD_FAILURE() << which << "\n  text " << escaped(shortest) << "\n  " << *property(normalizer, shortest);
}

struct NamedProperty {
  const char* name;
  Property property;
  bool with_fonts;
  bool with_word_maps = true;
  bool with_restoring = true;
};

void PrintTo(const NamedProperty& property, std::ostream* out) { *out << property.name; }

class Properties : public testing::TestWithParam<NamedProperty> {};

/// Each profile by itself, and with all rules that can be added to it.
TEST_P(Properties, HoldForEachProfile) {
  std::string all;
  for (const RuleInfo& rule : Normalizer::all_rules()) {
    // Digits are written in one way at a time.
    if (rule.profile == Profile::none && !rule.name.starts_with("digits-"))
      all.append(all.empty() ? "+" : ",+").append(rule.name);
  }
  std::vector<NormalizerOptions> several;
  for (const Profile profile : Normalizer::profiles()) {
    NormalizerOptions options;
    options.profile = profile;
    several.push_back(options);
    options.rules = all;
    several.push_back(options);
    options.rules = all + ",-heh-06be";
    options.digits = Digits::arabic;
    several.push_back(options);
  }
  const std::size_t runs = property_runs(1000);
  Watchdog watchdog;
  for (NormalizerOptions& options : several) {
    Normalizer normalizer = make_normalizer(options);
    for (std::size_t i = 0; i < runs && !testing::Test::HasFailure(); ++i) {
      const std::string text = RandomText(case_seed(i)).text();
      const std::string which = fmt::format("seed {}, {}", case_seed(i), described(options));
      watchdog.begin(which + ", text " + escaped(text));
      expect(GetParam().property, normalizer, text, which);
    }
  }
}

TEST_P(Properties, HoldForRandomOptions) {
  constexpr std::size_t kTextsForOneSet = 40;
  const std::size_t runs = property_runs(6000) / kTextsForOneSet + 1;
  Watchdog watchdog;
  for (std::size_t i = 0; i < runs && !testing::Test::HasFailure(); ++i) {
    NormalizerOptions options = random_options(case_seed(i));
    if (GetParam().with_fonts && i % 5 == 0) options.font = Normalizer::fonts()[i / 5 % Normalizer::fonts().size()];
    if (!GetParam().with_word_maps) options.word_map.clear();
    if (!GetParam().with_restoring || !options.font.empty()) options.restore = false;
    watchdog.begin(described(options));
    Normalizer normalizer = make_normalizer(options);
    RandomText random(case_seed(i));
    for (std::size_t k = 0; k < kTextsForOneSet && !testing::Test::HasFailure(); ++k) {
      std::string text = random.text();
      if (!options.word_map.empty()) text += random.mapped_words(true);
      const std::string which = fmt::format("seed {}, {}", case_seed(i), described(options));
      watchdog.begin(which + ", text " + escaped(text));
      expect(GetParam().property, normalizer, text, which);
    }
  }
}

/// Words typed on keyboards without Kurdish letters, which most random texts hold.
class RestoringProperties : public testing::TestWithParam<NamedProperty> {};

TEST_P(RestoringProperties, HoldForRestoredText) {
  constexpr std::string_view kPieces[] = {"ا", "ب",      "د",      "ر", "ل", "ن",  "و", "ه",  "ي",  "ی",
                                          "ئ", "ة",      "ك",      "پ", "س", "ت",  " ", "ه ", " ",  "ؤ",
                                          "أ", "\u200C", "\u064E", "م", "ش", "و ", ".", "1",  "\n", "ێ"};
  const std::size_t runs = property_runs(500);
  Watchdog watchdog;
  for (std::size_t i = 0; i < runs && !testing::Test::HasFailure(); ++i) {
    RandomText random(case_seed(i));
    NormalizerOptions options;
    options.profile = static_cast<Profile>(random.below(Normalizer::profiles().size() + 1));
    options.restore = true;
    options.min_confidence = static_cast<double>(random.below(3)) / 4;
    Normalizer normalizer(options);
    for (std::size_t k = 0; k < 10; ++k) {
      std::string text;
      for (std::size_t length = random.below(60); length > 0; --length) {
        text += kPieces[random.below(std::size(kPieces) - random.below(2))];
      }
      const std::string which = fmt::format("seed {}, {}", case_seed(i), described(options));
      watchdog.begin(which + ", text " + escaped(text));
      expect(GetParam().property, normalizer, text, which);
    }
  }
}

/// Text typed in a legacy font is normalized Unicode afterwards: normalizing it again without the font changes nothing.
TEST(LegacyFonts, GiveNormalizedText) {
  const std::size_t runs = property_runs(500);
  Watchdog watchdog;
  for (const std::string_view font : Normalizer::fonts()) {
    for (const Profile profile : Normalizer::profiles()) {
      NormalizerOptions options;
      options.profile = profile;
      Normalizer again = make_normalizer(options);
      options.font = font;
      Normalizer normalizer = make_normalizer(options);
      for (std::size_t i = 0; i < runs && !testing::Test::HasFailure(); ++i) {
        const std::string text = RandomText(case_seed(i)).text();
        watchdog.begin(described(options) + ", text " + escaped(text));
        const std::string once = normalizer(text);
        EXPECT_EQ(escaped(again(once)), escaped(once)) << described(options) << ", text " << escaped(text);
      }
    }
  }
}

const NamedProperty kProperties[] = {{"Idempotent", idempotent, false},
                                     {"KeepsLineEnds", keeps_line_ends, true},
                                     {"ExplainsWhatItDoes", explains_what_it_does, true},
                                     {"LinesAreApart", lines_are_apart, true},
                                     {"PiecesMakeTheWhole", pieces_make_the_whole, true, false, false},
                                     {"Appends", appends, true},
                                     {"SuggestsSpellingsOfWords", suggests_spellings_of_words, false}};

std::vector<NamedProperty> restoring_properties() {
  std::vector<NamedProperty> properties(std::begin(kProperties), std::end(kProperties));
  std::erase_if(properties, [](const NamedProperty& property) { return !property.with_restoring; });
  return properties;
}

INSTANTIATE_TEST_SUITE_P(Normalizer, Properties, testing::ValuesIn(kProperties),
                         [](const auto& test) { return test.param.name; });
INSTANTIATE_TEST_SUITE_P(Normalizer, RestoringProperties, testing::ValuesIn(restoring_properties()),
                         [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace sorani::test
