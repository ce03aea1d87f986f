#pragma once

#include "transliterate/g2p/features/score_tables.hpp"
#include "transliterate/g2p/lexicon/lexicon.hpp"

namespace sorani::transliterate::g2p {

/// What the pronouncer scores readings with: learned weights and the lexicon.
struct Model {
  ScoreTables scores;
  double scale;  ///< of one step of a weight, in natural logarithms
  Lexicon lexicon;
};

/// The model of libsorani/data: g2p-weights.tsv and lexicon.tsv.
const Model& built_in_model() noexcept;

}  // namespace sorani::transliterate::g2p
