#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "identify/model.hpp"
#include "lid/vocabulary.hpp"

namespace lid_trainer {

using sorani::identify::kClasses;

struct TrainingOptions {
  unsigned first_epochs = 2;     ///< with all features
  unsigned last_epochs = 5;      ///< with those that are kept
  std::size_t features = 25000;  ///< how many are kept
  std::uint32_t min_count = 4;   ///< examples in which a feature must occur
  double rate = 0.25;            ///< of AdaGrad
  double decay = 1.5e-4;         ///< by which a weight shrinks at each of its steps
  double dropout = 0.5;          ///< share of the tokens of an example that are left out of a step
  double sorani_weight = 30;     ///< of an example in Sorani, in the Arabic script
  std::uint64_t seed = 1;
};

/// A learned model with its weights in steps.
struct Learned {
  std::vector<sorani::identify::WeightedFeature> features;  ///< sorted by length, then by text
  sorani::identify::Calibration calibration;                ///< with the exponent that it was trained with, 1/2
};

/// Learns a multinomial logistic regression by stochastic gradient descent with AdaGrad. After the first epochs the
/// features with the least influence are pruned, and the rest is trained on.
Learned learn(std::span<const Example> examples, const TrainingOptions& options);

}  // namespace lid_trainer
