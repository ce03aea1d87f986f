#include "transliterate/g2p/features/weights.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <vector>

namespace sorani::transliterate::g2p {

template <typename Slot, unsigned kValueBits>
HashArrays<Slot> PerfectHash<Slot, kValueBits>::arrays(std::span<const Entry> entries) {
  // Small buckets and a load factor below two thirds: a displacement of 16 bits is found for each bucket. Buckets are
  // placed in descending order of size, since large ones are hardest to place.
  constexpr std::size_t kKeysInBucket = 3;
  HashArrays<Slot> table;
  table.displacements.resize(std::bit_ceil(entries.size() / kKeysInBucket + 1));
  table.slots.resize(std::bit_ceil(entries.size() * 3 / 2 + 1));
  const std::size_t slot_mask = table.slots.size() - 1;

  std::vector<std::vector<std::size_t>> buckets(table.displacements.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    buckets[bucket_of(hashed(entries[i].key)) & (buckets.size() - 1)].push_back(i);
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
        const std::uint64_t hash = hashed(entries[i].key);
        const std::size_t slot = slot_of(hash, static_cast<std::uint16_t>(displacement)) & slot_mask;
        if (is_taken[slot] || std::find(found.begin(), found.end(), slot) != found.end()) break;
        found.push_back(slot);
      }
      if (found.size() < buckets[bucket].size()) continue;
      table.displacements[bucket] = static_cast<std::uint16_t>(displacement);
      break;
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
      const Entry& entry = entries[buckets[bucket][i]];
      is_taken[found[i]] = true;
      table.slots[found[i]] = static_cast<Slot>(fingerprint(hashed(entry.key)) << kValueBits | entry.value);
    }
  }
  return table;
}

template class PerfectHash<std::uint32_t, 8>;
template class PerfectHash<std::uint64_t, 20>;

WeightSlots weight_slots(std::span<const Weight> weights) {
  std::vector<WeightTable::Entry> entries;
  entries.reserve(weights.size());
  for (const Weight& weight : weights) entries.push_back({weight.key, static_cast<std::uint8_t>(weight.steps)});
  return WeightTable::arrays(entries);
}

}  // namespace sorani::transliterate::g2p
