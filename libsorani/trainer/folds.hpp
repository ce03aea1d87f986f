#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "gold.hpp"

namespace trainer {

enum class Split {
  random,  ///< each word by itself
  strict,  ///< words that share their first four letters together, so that no stem is on both sides
};

inline constexpr unsigned kFolds = 5;

/// The number of the fold of each word, from 0.
std::vector<unsigned> folds(std::span<const GoldWord> words, Split split, std::uint64_t seed);

}  // namespace trainer
