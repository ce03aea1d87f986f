#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "transliterate/g2p/features/feature_key.hpp"

/// The weights of the features in a perfect hash table, small enough for the cache of a core and looked up without
/// branches.
namespace sorani::transliterate::g2p {

/// A quantized weight.
struct Weight {
  FeatureKey key;
  std::int8_t steps;  ///< multiples of the scale; not 0
};

/// The arrays of a perfect hash table ("hash, displace and compress", Belazzougui, Botelho and Dietzfelbinger 2009): a
/// hash of the key selects a bucket, and the displacement of the bucket, found at build time, sends each of its keys to
/// a slot of its own. A slot holds a fingerprint of the key and the weight.
struct WeightSlots {
  std::vector<std::uint16_t> displacements;  ///< by bucket; as many as a power of two
  std::vector<std::uint32_t> slots;          ///< 24 bits of fingerprint, 8 of weight; as many as a power of two
};

/// Looks up weights. A feature that is not in the table gets the weight of another one with probability 2^-24: a slot
/// keeps 24 bits of the hash instead of the key.
class WeightTable {
 public:
  /// The arrays are those that `weight_slots` made, and must outlive the table.
  constexpr WeightTable(std::span<const std::uint16_t> displacements, std::span<const std::uint32_t> slots) noexcept
      : displacements_(displacements.data()),
        slots_(slots.data()),
        bucket_mask_(displacements.size() - 1),
        slot_mask_(slots.size() - 1) {}

  /// The weight of a feature in steps of the scale; 0 if it has none.
  int operator[](FeatureKey key) const noexcept {
    const std::uint64_t hash = hashed(key);
    const std::uint32_t slot = slots_[slot_of(hash, displacements_[bucket_of(hash) & bucket_mask_]) & slot_mask_];
    // The weight is signed.
    const int steps = static_cast<int>(slot << 24) >> 24;
    return slot >> 8 == fingerprint(hash) ? steps : 0;
  }

 private:
  friend WeightSlots weight_slots(std::span<const Weight> weights);

  static constexpr std::uint64_t hashed(FeatureKey key) noexcept {
    key *= 0xBF58476D1CE4E5B9u;
    key = (key ^ key >> 32) * 0x94D049BB133111EBu;
    return key ^ key >> 29;
  }
  static constexpr std::size_t bucket_of(std::uint64_t hash) noexcept { return static_cast<std::size_t>(hash >> 48); }
  static constexpr std::size_t slot_of(std::uint64_t hash, std::uint16_t displacement) noexcept {
    return static_cast<std::size_t>(hash + displacement * (hash >> 32 | 1));
  }
  static constexpr std::uint32_t fingerprint(std::uint64_t hash) noexcept {
    return static_cast<std::uint32_t>(hash >> 20 & 0xFFFFFF);
  }

  const std::uint16_t* displacements_;
  const std::uint32_t* slots_;
  std::size_t bucket_mask_;
  std::size_t slot_mask_;
};

/// Builds the table. Throws std::invalid_argument if two keys are equal or cannot be told apart.
WeightSlots weight_slots(std::span<const Weight> weights);

}  // namespace sorani::transliterate::g2p
