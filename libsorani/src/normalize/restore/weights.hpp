#pragma once

namespace sorani::normalize::restore {

/// What the parts of the model weigh against each other, as costs: negative natural logarithms of probabilities. Found
/// by cross-validation on spoiled text (libsorani/trainer/restore).
struct Weights {
  float unknown = 3.5F;  ///< of a word that is not known, besides its letters
  float unlikely = 15;   ///< unknown words compete where all known ones cost more
  float join = 4;        ///< for each space left out
  float doubtful = 12;   ///< a word whose best choice costs more is perhaps part of an unknown one
  float pairs = 0.8F;    ///< factor of the costs of pairs of words
};

}  // namespace sorani::normalize::restore
