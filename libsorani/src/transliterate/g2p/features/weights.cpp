#include "transliterate/g2p/features/weights.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <numeric>
#include <stdexcept>

namespace sorani::transliterate::g2p {

WeightSlots weight_slots(std::span<const Weight> weights) {
  // Small buckets and a load factor below two thirds: a displacement of 16 bits is found for each bucket. Buckets are
  // placed in descending order of size, since large ones are hardest to place.
  constexpr std::size_t kKeysInBucket = 3;
  WeightSlots table;
  table.displacements.resize(std::bit_ceil(weights.size() / kKeysInBucket + 1));
  table.slots.resize(std::bit_ceil(weights.size() * 3 / 2 + 1));
  const std::size_t slot_mask = table.slots.size() - 1;

  std::vector<std::vector<std::size_t>> buckets(table.displacements.size());
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const std::uint64_t hash = WeightTable::hashed(weights[i].key);
    buckets[WeightTable::bucket_of(hash) & (buckets.size() - 1)].push_back(i);
  }
  std::vector<std::size_t> order(buckets.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return buckets[a].size() > buckets[b].size(); });

  std::vector<bool> is_taken(table.slots.size());
  std::vector<std::size_t> found;
  for (const std::size_t bucket : order) {
    for (std::uint32_t displacement = 0;; ++displacement) {
      if (displacement > std::numeric_limits<std::uint16_t>::max()) {
        throw std::invalid_argument("two features cannot be told apart");
      }
      found.clear();
      for (const std::size_t i : buckets[bucket]) {
        const std::uint64_t hash = WeightTable::hashed(weights[i].key);
        const std::size_t slot = WeightTable::slot_of(hash, static_cast<std::uint16_t>(displacement)) & slot_mask;
        if (is_taken[slot] || std::find(found.begin(), found.end(), slot) != found.end()) break;
        found.push_back(slot);
      }
      if (found.size() < buckets[bucket].size()) continue;
      table.displacements[bucket] = static_cast<std::uint16_t>(displacement);
      break;
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
      const Weight& weight = weights[buckets[bucket][i]];
      const std::uint32_t fingerprint = WeightTable::fingerprint(WeightTable::hashed(weight.key));
      is_taken[found[i]] = true;
      table.slots[found[i]] = fingerprint << 8 | static_cast<std::uint8_t>(weight.steps);
    }
  }
  return table;
}

}  // namespace sorani::transliterate::g2p
