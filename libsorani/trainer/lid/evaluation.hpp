#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "identify/model.hpp"
#include "lid/softmax.hpp"
#include "lid/text/examples.hpp"

namespace lid_trainer {

/// The scores of a held-out text.
struct Tested {
  sorani::identify::Scores scores;
  std::size_t language;
  double weight = 1;
};

/// The scores of texts, with the code of the library.
std::vector<Tested> test(std::span<const Example> examples, const Learned& learned);

/// The class with the highest probability.
std::size_t decide(const Tested& tested, const sorani::identify::Calibration& calibration);

/// Fits scale and exponent to held-out text, so that the negative log-likelihood of its labels is least.
sorani::identify::Calibration fit(std::span<const Tested> tested, const sorani::identify::Calibration& start);

/// How often each language was taken for each.
class Confusion {
 public:
  void add(std::size_t language, std::size_t decided) { ++counts_[language][decided]; }
  /// Recall, precision and F1 of each language, their mean, and the matrix.
  std::string text() const;

 private:
  std::array<std::array<std::size_t, kClasses>, kClasses> counts_{};
};

}  // namespace lid_trainer
