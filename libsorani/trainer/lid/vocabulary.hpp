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

/// A feature that occurs often enough.
struct Feature {
  sorani::identify::FeatureHash hash;
  std::string text;     ///< UTF-8
  std::uint32_t count;  ///< examples it occurs in; of a word repeated in one example, once
};

/// The distinct tokens of all examples, and the features of each.
struct Vocabulary {
  std::vector<Feature> features;                           ///< sorted by text
  std::vector<std::vector<std::uint32_t>> token_features;  ///< numbers of features, by token
  std::vector<std::uint32_t> token_letters;

  /// The tokens of each example.
  std::vector<std::vector<std::uint32_t>> example_tokens;
};

/// Collects the features that occur in at least `min_count` examples.
Vocabulary collect(std::span<const Example> examples, std::uint32_t min_count);

}  // namespace lid_trainer
