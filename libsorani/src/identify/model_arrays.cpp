#include <stdexcept>

#include "identify/model.hpp"

namespace sorani::identify {

ModelArrays model_arrays(std::span<const WeightedFeature> features) {
  constexpr std::size_t kSlots = std::size_t{1} << kSlotBits;
  if (features.size() > kSlots * 3 / 4) throw std::invalid_argument("too many features");
  ModelArrays arrays;
  arrays.slots.resize(kSlots);
  std::uint32_t number = 0;
  for (const WeightedFeature& feature : features) {
    const std::uint32_t fingerprint = Model::fingerprint(feature.hash);
    std::size_t slot = Model::first_slot(feature.hash);
    while (arrays.slots[slot] != 0) {
      if (arrays.slots[slot] >> 16 == fingerprint)
        throw std::invalid_argument("two features have the same fingerprint");
      slot = (slot + 1) % kSlots;
    }
    arrays.slots[slot] = fingerprint << 16 | ++number;
    arrays.weights.insert(arrays.weights.end(), feature.weights.begin(), feature.weights.end());
  }
  return arrays;
}

}  // namespace sorani::identify
