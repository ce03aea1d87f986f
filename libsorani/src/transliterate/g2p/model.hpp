#pragma once

#include "transliterate/g2p/features/weights.hpp"
#include "transliterate/g2p/lexicon.hpp"

namespace sorani::transliterate::g2p {

/// What has been learned and what has been written down about reading words.
struct Model {
  WeightTable weights;
  double scale;  ///< natural logarithms per step of a weight
  Lexicon lexicon;
};

/// The model of libsorani/data: g2p-weights.tsv and lexicon.tsv.
const Model& built_in_model() noexcept;

}  // namespace sorani::transliterate::g2p
