#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "identify/features.hpp"
#include "lid/text/examples.hpp"

namespace lid_trainer {

/// An n-gram, or a character that folding hides, that occurs often enough.
struct Feature {
  std::u32string text;
  std::uint32_t count;   ///< how often it occurs
  std::uint32_t suffix;  ///< the number of the feature without its first letter; `kNoFeature` if it has one letter
};

inline constexpr std::uint32_t kNoFeature = ~std::uint32_t{0};

/// The distinct tokens of all examples, and the features of each: all that end at any of its letters.
struct Vocabulary {
  std::vector<Feature> features;                           ///< sorted by length, then by text: suffixes come first
  std::vector<std::vector<std::uint32_t>> token_features;  ///< numbers of features, by token
  std::vector<std::uint32_t> token_letters;

  /// The tokens of each example.
  std::vector<std::vector<std::uint32_t>> example_tokens;
};

/// Collects the features that occur at least `min_count` times.
Vocabulary collect(std::span<const Example> examples, std::uint32_t min_count);

}  // namespace lid_trainer
