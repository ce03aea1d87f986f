#include "weights_file.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "transliterate/g2p/features/feature_text.hpp"
#include "transliterate/g2p/generated.hpp"

namespace trainer {
namespace {

using namespace sorani::transliterate::g2p;

constexpr std::string_view kHeader =
    R"(# The learned weights of the pronunciation model (grapheme to phoneme). Written by libsorani/trainer: see CONTRIBUTING.md.
#
# A reading of a word is a sequence of syllables. Its score is the sum of the weights of the features of its syllables and
# of its pairs of neighboring syllables; the reading with the highest score wins. Features that are not listed have weight
# 0.
#
# Columns
#   template  the kind of feature: see src/transliterate/g2p/features/features.hpp and lexicon_features.hpp
#   weight    in steps of the scale, which the first row gives in natural logarithms
#   features  those with this weight, separated by spaces: a character for each symbol of the template; letters as in
#             g2p-letters.tsv (# edge of the word, - no letter), sonority classes # edge, v vowel, w و, y ی, l liquid,
#             n nasal, f fricative, c affricate, s stop; vowels a e o Y=ê u U=û I=î i
#
# Learned from the Kurdish G2P dataset of AsoSoft (Mahmudi and Veisi 2021), of which nothing else is here.
# Used by: src/transliterate, through `tablegen g2p`
template	weight	features
)";

std::string letter_symbols() {
  std::string symbols;
  for (const LetterInfo& letter : tables::kLetterInfos) symbols += letter.symbol;
  return symbols;
}

}  // namespace

std::vector<Weight> quantize(std::span<const LearnedWeight> weights, double scale) {
  constexpr double kMaxSteps = 127;
  std::vector<Weight> steps;
  for (const LearnedWeight& weight : weights) {
    const double rounded = std::clamp(std::round(weight.value / scale), -kMaxSteps, kMaxSteps);
    if (rounded != 0) steps.push_back({weight.key, static_cast<std::int8_t>(rounded)});
  }
  return steps;
}

void write_weights(std::span<const Weight> weights, double scale, std::ostream& out) {
  const std::string letters = letter_symbols();
  std::map<std::pair<Template, int>, std::vector<std::string>> rows;
  for (const Weight& weight : weights) {
    rows[{template_of(weight.key), weight.steps}].push_back(feature_text(weight.key, letters));
  }
  out << kHeader << fmt::format("scale\t{}\t\n", scale);
  for (auto& [row, features] : rows) {
    std::sort(features.begin(), features.end());
    const auto& name = kTemplates[static_cast<std::size_t>(row.first)].name;
    out << fmt::format("{}\t{}\t{}\n", name, row.second, fmt::join(features, " "));
  }
}

}  // namespace trainer
