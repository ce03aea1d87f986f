#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "identify/model_arrays.hpp"

/// Weights as identify-weights.tsv writes them: a printable ASCII character for each language.
namespace sorani::identify {

/// The largest weight, of either sign.
inline constexpr int kMaxWeight = 46;

/// The character of weight 0.
inline constexpr char kZeroWeight = 'O';

inline std::string weight_text(const FeatureWeights& weights) {
  std::string text;
  for (const std::int8_t weight : weights) text += static_cast<char>(kZeroWeight + weight);
  return text;
}

/// Nothing if the text is malformed.
inline std::optional<FeatureWeights> parse_weights(std::string_view text) {
  FeatureWeights weights{};
  if (text.size() != weights.size()) return std::nullopt;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int weight = text[i] - kZeroWeight;
    if (weight < -kMaxWeight || weight > kMaxWeight) return std::nullopt;
    weights[i] = static_cast<std::int8_t>(weight);
  }
  return weights;
}

}  // namespace sorani::identify
