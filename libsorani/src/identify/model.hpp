#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "identify/features.hpp"

/// The linear model: the score of a language is the sum of the weights that the features of the text have for it.
namespace sorani::identify {

inline constexpr std::size_t kClasses = 16;

/// Weights of a feature, by language.
using FeatureWeights = std::array<std::int8_t, kClasses>;

struct WeightedFeature {
  FeatureHash hash;
  FeatureWeights weights;
};

/// The arrays of a hash table with linear probing, of a quarter of the slots or more free. A slot holds a fingerprint
/// of the feature in its upper half and the number of the feature plus 1 in the lower; a free one is 0. Texts are not
/// stored: a feature that is not in the table is taken for one that is with a probability of about two to the power of
/// minus 16.
struct ModelArrays {
  std::vector<std::uint32_t> slots;
  std::vector<std::int8_t> weights;  ///< `kClasses` for each feature
};

inline constexpr unsigned kSlotBits = 15;

/// Throws std::invalid_argument if there are too many features, or if two cannot be told apart.
ModelArrays model_arrays(std::span<const WeightedFeature> features);

/// Sums of weights, and the letters that they are of.
struct Scores {
  std::array<std::int64_t, kClasses> sums{};
  std::uint64_t arabic = 0;   ///< letters of the Arabic script
  std::uint64_t latin = 0;    ///< of the Latin script
  std::uint64_t foreign = 0;  ///< of other scripts

  /// Those that the model knows.
  std::uint64_t letters() const noexcept { return arabic + latin; }
};

/// The probability of a language in a script that less than a quarter of the letters are in is 0. That of another one,
/// of class i, is proportional to exp(scale · sum_i · letters^-exponent + bias_i). With an exponent of 1 the score
/// would be the mean over the letters, as if a long text were no better evidence than a short one; with 0, the words of
/// a text would count as independent of each other.
struct Calibration {
  double scale;
  double exponent;
  std::array<double, kClasses> bias;
};

std::array<double, kClasses> probabilities(const Scores& scores, const Calibration& calibration) noexcept;

/// The tables of a model, which must outlive it.
class Model {
 public:
  constexpr Model(const std::uint32_t* slots, const std::int8_t* weights) noexcept : slots_(slots), weights_(weights) {}
  explicit Model(const ModelArrays& arrays) noexcept : Model(arrays.slots.data(), arrays.weights.data()) {}

  /// The weights of a feature, `kClasses` of them, or nullptr.
  const std::int8_t* find(FeatureHash hash) const noexcept {
    for (std::size_t slot = first_slot(hash);; slot = (slot + 1) & kSlotMask) {
      const std::uint32_t value = slots_[slot];
      if (value == 0) return nullptr;
      if (value >> 16 == fingerprint(hash)) return weights_ + ((value & 0xFFFF) - 1) * kClasses;
    }
  }

  static std::size_t first_slot(FeatureHash hash) noexcept { return hash >> (64 - kSlotBits); }
  static std::uint32_t fingerprint(FeatureHash hash) noexcept { return hash & 0xFFFF; }

 private:
  static constexpr std::size_t kSlotMask = (std::size_t{1} << kSlotBits) - 1;

  const std::uint32_t* slots_;
  const std::int8_t* weights_;
};

/// The model of identify-weights.tsv.
const Model& built_in_model() noexcept;
const Calibration& built_in_calibration() noexcept;

}  // namespace sorani::identify
