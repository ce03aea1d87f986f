#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>

#include "gold.hpp"
#include "transliterate/g2p/model.hpp"

namespace trainer {

/// Accuracy of the readings of a model. A word with several gold readings is compared with the nearest.
struct Score {
  std::size_t words = 0;
  std::size_t exact = 0;            ///< all sounds right
  std::size_t exact_syllables = 0;  ///< and all syllables
  std::size_t sounds = 0;           ///< of the gold
  std::size_t edits = 0;            ///< insertions, deletions and substitutions of sounds
  std::size_t i_right = 0;          ///< true positives of i
  std::size_t i_found = 0;          ///< i in the readings of the model
  std::size_t i_gold = 0;           ///< i in the gold

  void add(const Score& other);
  std::string text() const;  ///< one line
};

/// Wrong readings, as `word<TAB>gold<TAB>reading`, with their counts.
using Errors = std::map<std::string, int>;

Score evaluate(std::span<const GoldWord* const> words, const sorani::transliterate::g2p::Model& model, Errors& errors);

}  // namespace trainer
