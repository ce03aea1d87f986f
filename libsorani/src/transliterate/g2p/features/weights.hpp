#pragma once

#include <cstdint>
#include <span>

#include "transliterate/g2p/features/feature_key.hpp"
#include "transliterate/g2p/features/perfect_hash.hpp"

/// The weights of features, one by one.
namespace sorani::transliterate::g2p {

/// A quantized weight.
struct Weight {
  FeatureKey key;
  std::int8_t steps;  ///< multiples of the scale; not 0
};

/// 24 bits of fingerprint, 8 of weight.
using WeightSlots = HashArrays<std::uint32_t>;

/// Looks up weights. A feature that is not in the table gets the weight of another one with probability 2^-24.
class WeightTable : PerfectHash<std::uint32_t, 8> {
 public:
  /// The arrays are those that `weight_slots` made, and must outlive the table.
  using PerfectHash::PerfectHash;

  /// The weight of a feature in steps of the scale; 0 if it has none.
  int operator[](FeatureKey key) const noexcept { return static_cast<std::int8_t>(find(key)); }

 private:
  friend WeightSlots weight_slots(std::span<const Weight> weights);
};

/// Builds the table. Throws std::invalid_argument if two keys are equal or cannot be told apart.
WeightSlots weight_slots(std::span<const Weight> weights);

}  // namespace sorani::transliterate::g2p
