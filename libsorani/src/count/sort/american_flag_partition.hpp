#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace sorani::count {

/// Offsets of the 256 buckets that `american_flag_partition` makes; bucket b is [bounds[b], bounds[b + 1]).
using BucketBounds = std::array<std::size_t, 257>;

/// Partitions an array in place into 256 buckets; `bucket_of(item)` is the number of an item's bucket. Not stable.
///
/// This is one pass of American flag sort (McIlroy, Bostic and McIlroy, "Engineering radix sort", 1993):
///   1. Count the items of each bucket.
///   2. The exclusive prefix sum of the counts gives the offset of each bucket.
///   3. Permute: `next[b]` is the first position of bucket b that may hold an item of another bucket. Each item found
///      there is swapped into the next free position of its own bucket.
/// The paper follows each cycle of the permutation to its end, where every swap depends on the one before. Here each
/// position is swapped once per round, so that the swaps of a round are independent and the processor overlaps their
/// cache misses; rounds are repeated until every position holds an item of its bucket. A swap puts at least one item
/// where it belongs, so there are at most `size` swaps.
template <typename Item, typename BucketOf>
BucketBounds american_flag_partition(Item* items, std::size_t size, const BucketOf& bucket_of) {
  BucketBounds bounds{};
  for (std::size_t i = 0; i < size; ++i) ++bounds[bucket_of(items[i]) + std::size_t{1}];
  for (std::size_t i = 1; i < bounds.size(); ++i) bounds[i] += bounds[i - 1];
  std::array<std::size_t, 256> next;
  std::copy_n(bounds.begin(), next.size(), next.begin());
  for (bool is_done = false; !is_done;) {
    is_done = true;
    for (std::size_t bucket = 0; bucket < next.size(); ++bucket) {
      const std::size_t end = bounds[bucket + 1];
      for (std::size_t i = next[bucket]; i < end; ++i) std::swap(items[i], items[next[bucket_of(items[i])]++]);
      is_done = is_done && next[bucket] == end;
    }
  }
  return bounds;
}

}  // namespace sorani::count
