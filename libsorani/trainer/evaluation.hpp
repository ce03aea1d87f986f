#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>

#include "gold.hpp"
#include "transliterate/g2p/model.hpp"

namespace trainer {

/// How right the readings of a model are. A word with several right readings counts as right with any of them.
struct Score {
  std::size_t words = 0;
  std::size_t exact = 0;            ///< all sounds right
  std::size_t exact_syllables = 0;  ///< and all syllables
  std::size_t sounds = 0;           ///< of the gold
  std::size_t edits = 0;            ///< sounds to insert, delete and replace
  std::size_t i_right = 0;          ///< i where gold has it
  std::size_t i_found = 0;          ///< i in readings
  std::size_t i_gold = 0;

  void add(const Score& other);
  std::string text() const;  ///< one line
};

/// Wrong readings, as `word<TAB>gold<TAB>reading`, and how often each was seen.
using Errors = std::map<std::string, int>;

Score evaluate(std::span<const GoldWord* const> words, const sorani::transliterate::g2p::Model& model, Errors& errors);

}  // namespace trainer
