#include "lid/evaluation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <sorani/language_identifier.hpp>

#include "identify/token_scores.hpp"

namespace lid_trainer {

using sorani::Language;
using sorani::identify::Calibration;

std::vector<Tested> test(std::span<const Example> examples, const Learned& learned) {
  const auto arrays = sorani::identify::model_arrays(learned.features);
  const sorani::identify::Model model(arrays);
  sorani::identify::TokenScorer scorer(model);
  std::vector<Tested> tested;
  for (const Example& example : examples) {
    Tested& one = tested.emplace_back();
    one.language = example.language;
    one.weight = example.weight;
    one.scores = scorer.score(example.text);
  }
  return tested;
}

std::size_t decide(const Tested& tested, const Calibration& calibration) {
  if (!is_decidable(tested.scores)) return static_cast<std::size_t>(Language::und);
  const auto all = sorani::identify::probabilities(tested.scores, calibration);
  return static_cast<std::size_t>(std::max_element(all.begin(), all.end()) - all.begin());
}

Calibration fit(std::span<const Tested> tested, const Calibration& start) {
  const auto loss = [&](const Calibration& calibration) {
    double sum = 0;
    for (const Tested& one : tested) {
      if (!is_decidable(one.scores)) continue;
      const auto all = sorani::identify::probabilities(one.scores, calibration);
      sum -= one.weight * std::log(std::max(all[one.language], 1e-6));
    }
    return sum;
  };
  Calibration best = start;
  double least = loss(best);
  for (double step = 1.3; step > 1.01; step = std::sqrt(step)) {
    for (bool is_better = true; is_better;) {
      is_better = false;
      for (const auto& [scale, exponent] :
           {std::pair{step, 0.0}, std::pair{1 / step, 0.0}, std::pair{1.0, step - 1}, std::pair{1.0, 1 - step},
            std::pair{step, (step - 1) / 3}, std::pair{1 / step, (1 - step) / 3}}) {
        Calibration next = best;
        next.scale *= scale;
        next.exponent += exponent;
        if (const double value = loss(next); value < least * (1 - 1e-6)) {
          least = value;
          best = next;
          is_better = true;
        }
      }
    }
  }
  return best;
}

std::string Confusion::text() const {
  std::string text = "label\trecall\tprecision\tF1\ttaken for\n";
  double f1_sum = 0;
  std::size_t languages = 0;
  for (std::size_t i = 0; i < kClasses; ++i) {
    std::size_t gold = 0;
    std::size_t decided = 0;
    for (std::size_t k = 0; k < kClasses; ++k) {
      gold += counts_[i][k];
      decided += counts_[k][i];
    }
    if (gold == 0) continue;
    const auto right = static_cast<double>(counts_[i][i]);
    const double recall = right / static_cast<double>(gold);
    const double precision = decided == 0 ? 0 : right / static_cast<double>(decided);
    const double f1 = right == 0 ? 0 : 2 * recall * precision / (recall + precision);
    f1_sum += f1;
    ++languages;
    text += fmt::format("{}\t{:.2f}\t{:.2f}\t{:.4f}\t", to_string(static_cast<Language>(i)), 100 * recall,
                        100 * precision, f1);
    for (std::size_t k = 0; k < kClasses; ++k) {
      if (counts_[i][k] > 0) text += fmt::format(" {} {}", to_string(static_cast<Language>(k)), counts_[i][k]);
    }
    text += '\n';
  }
  return text + fmt::format("mean F1 {:.4f}\n", f1_sum / static_cast<double>(std::max<std::size_t>(languages, 1)));
}

}  // namespace lid_trainer
