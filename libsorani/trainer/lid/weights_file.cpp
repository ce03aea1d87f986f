#include "lid/weights_file.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <sorani/language_identifier.hpp>
#include <string>
#include <utility>

#include "identify/weight_text.hpp"
#include "utf8/utf8.hpp"

namespace lid_trainer {
namespace {

constexpr std::string_view kHeader =
    R"(# The learned weights of the language identifier. Written by libsorani/trainer/lid: see docs/identify.md.
#
# Columns
#   feature   an n-gram of letters, where _ is the edge of a word; or a character by itself that folding hides
#   weights   of a letter at which no longer n-gram of the table ends: a character for each language, in the order of
#             the row =bias, whose ASCII code less that of O (79) is the weight
#
# Rows that begin with = hold numbers: the score of a language is
#   scale · (sum of weights) · (number of letters)^-exponent + bias
# and its probability is the softmax of the scores. The languages are {}.
#
# Learned from the texts that docs/identify.md lists, of which nothing else is here.
# Used by: src/identify, through `tablegen identify`
feature	weights
)";

}  // namespace

void write_weights(const Learned& learned, std::ostream& out) {
  std::string labels;
  for (std::size_t i = 0; i < kClasses; ++i) {
    labels += fmt::format("{}{}", i == 0 ? "" : i == 8 ? "\n# " : " ", to_string(static_cast<sorani::Language>(i)));
  }
  out << fmt::format(fmt::runtime(kHeader), labels);
  std::vector<std::string> bias;
  for (const double value : learned.calibration.bias) bias.push_back(fmt::format("{:.4f}", value));
  out << fmt::format("=scale\t{:.6f}\n=exponent\t{:.4f}\n=bias\t{}\n", learned.calibration.scale,
                     learned.calibration.exponent, fmt::join(bias, " "));
  std::string text;
  for (const auto& feature : learned.features) {
    for (const char32_t c : feature.text) sorani::utf8::append(c, text);
    out << std::exchange(text, {}) << '\t' << sorani::identify::weight_text(feature.weights) << '\n';
  }
}

}  // namespace lid_trainer
