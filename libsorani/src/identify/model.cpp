#include "identify/model.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <sorani/language_identifier.hpp>

#include "identify/generated.hpp"

namespace sorani::identify {

namespace {

enum class Script { arabic, latin, any };

constexpr Script script_of(Language language) {
  switch (language) {
    case Language::ckb_latn:
    case Language::kmr_latn:
    case Language::zza_latn:
    case Language::tur_latn:
    case Language::eng_latn:
      return Script::latin;
    case Language::und:
      return Script::any;
    default:
      return Script::arabic;
  }
}

/// True if a language in this script can be that of a text.
bool is_possible(Script script, const Scores& scores) {
  constexpr std::uint64_t kShare = 4;
  if (script == Script::any) return true;
  return (script == Script::arabic ? scores.arabic : scores.latin) * kShare >= scores.letters();
}

}  // namespace

std::array<double, kClasses> logits(const Scores& scores, const Calibration& calibration) noexcept {
  const auto letters = static_cast<double>(std::max<std::uint64_t>(scores.letters(), 1));
  const double factor = calibration.scale * std::exp(-calibration.exponent * std::log(letters));
  std::array<double, kClasses> result{};
  for (std::size_t i = 0; i < kClasses; ++i) {
    result[i] = is_possible(script_of(static_cast<Language>(i)), scores)
                    ? factor * static_cast<double>(scores.sums[i]) + calibration.bias[i]
                    : -std::numeric_limits<double>::infinity();
  }
  return result;
}

std::array<double, kClasses> probabilities(const Scores& scores, const Calibration& calibration) noexcept {
  std::array<double, kClasses> result = logits(scores, calibration);
  const double most = *std::max_element(result.begin(), result.end());
  // Smaller terms do not change the sum; most languages of a line are there, and the exponential is what it costs.
  constexpr double kNegligible = -40;
  double sum = 0;
  for (double& value : result) sum += value = value - most < kNegligible ? 0 : std::exp(value - most);
  for (double& value : result) value /= sum;
  return result;
}

const Model& built_in_model() noexcept {
  static const Model model(tables::kLowLetterCodes, tables::kHighLetters, tables::kNodes, tables::kWeights);
  return model;
}

const Calibration& built_in_calibration() noexcept {
  static const Calibration calibration{tables::kScale, tables::kExponent, tables::kBias};
  return calibration;
}

}  // namespace sorani::identify
