#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "gold.hpp"

namespace trainer {

/// How words are assigned to folds.
enum class Split {
  random,  ///< independently
  strict,  ///< words with the same first four letters together, so that no stem is in training and test data
};

inline constexpr unsigned kFolds = 5;

/// The number of the fold of each word, from 0.
std::vector<unsigned> folds(std::span<const GoldWord> words, Split split, std::uint64_t seed);

}  // namespace trainer
