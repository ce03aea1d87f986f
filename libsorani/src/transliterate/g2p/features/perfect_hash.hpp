#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "transliterate/g2p/features/feature_key.hpp"

/// Perfect hash tables of features, looked up without branches.
namespace sorani::transliterate::g2p {

/// The arrays of a perfect hash table ("hash, displace and compress", Belazzougui, Botelho and Dietzfelbinger 2009): a
/// hash of the key selects a bucket, and the displacement of the bucket, found at build time, sends each of its keys to
/// a slot of its own. A slot holds a fingerprint of the key, and its value in the lowest bits.
template <typename Slot>
struct HashArrays {
  std::vector<std::uint16_t> displacements;  ///< by bucket; as many as a power of two
  std::vector<Slot> slots;                   ///< as many as a power of two
};

/// Looks up values of `kValueBits` bits by key. A key that is not in the table gets the value of another one with a
/// probability of 2 to the power of minus the bits of the fingerprint.
template <typename Slot, unsigned kValueBits>
class PerfectHash {
 public:
  struct Entry {
    FeatureKey key;
    Slot value;
  };

  /// The arrays are those that `arrays` made, and must outlive the table.
  constexpr PerfectHash(std::span<const std::uint16_t> displacements, std::span<const Slot> slots) noexcept
      : displacements_(displacements.data()),
        slots_(slots.data()),
        bucket_mask_(displacements.size() - 1),
        slot_mask_(slots.size() - 1) {}

  /// The value of a key, or 0.
  Slot find(FeatureKey key) const noexcept {
    const std::uint64_t hash = hashed(key);
    const Slot slot = slots_[slot_of(hash, displacements_[bucket_of(hash) & bucket_mask_]) & slot_mask_];
    constexpr Slot kValue = (Slot{1} << kValueBits) - 1;
    return slot >> kValueBits == fingerprint(hash) ? slot & kValue : 0;
  }

  /// Builds the arrays. Throws std::invalid_argument if two keys are equal or cannot be told apart.
  static HashArrays<Slot> arrays(std::span<const Entry> entries);

 private:
  static constexpr std::uint64_t hashed(FeatureKey key) noexcept {
    key *= 0xBF58476D1CE4E5B9u;
    key = (key ^ key >> 32) * 0x94D049BB133111EBu;
    return key ^ key >> 29;
  }
  static constexpr std::size_t bucket_of(std::uint64_t hash) noexcept { return static_cast<std::size_t>(hash >> 48); }
  static constexpr std::size_t slot_of(std::uint64_t hash, std::uint16_t displacement) noexcept {
    return static_cast<std::size_t>(hash + displacement * (hash >> 32 | 1));
  }
  static constexpr Slot fingerprint(std::uint64_t hash) noexcept {
    constexpr unsigned kBits = 8 * sizeof(Slot) - kValueBits;
    return static_cast<Slot>(hash >> 20 & ((std::uint64_t{1} << kBits) - 1));
  }

  const std::uint16_t* displacements_;
  const Slot* slots_;
  std::size_t bucket_mask_;
  std::size_t slot_mask_;
};

}  // namespace sorani::transliterate::g2p
