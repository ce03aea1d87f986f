#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "base/hash.hpp"
#include "base/mapped_array.hpp"
#include "count/table/ngram_entry.hpp"

namespace sorani::count {

/// A set-associative cache of counts: recent and frequent n-grams are counted in place, others are evicted with the
/// count that they have so far.
///
/// An n-gram's hash chooses its bucket (set), one cache line of `kWays` entries for n-grams of up to seven tokens; a
/// look-up thus misses the processor's caches once at most. Within a bucket entries are kept by the transpose rule
/// (Rivest, "On self-organizing sequential search heuristics", 1976): an entry that is found swaps with the one before
/// it, so that frequent n-grams move to the front, and a new n-gram evicts the last entry. No timestamps are stored.
/// Counts are exact whatever is evicted, as long as the evicted counts are added up by the caller.
template <std::size_t n>
class CountCache {
 public:
  using Entry = NgramEntry<n>;

  std::size_t buckets() const noexcept { return buckets_.size(); }
  /// How many n-grams it holds at most.
  std::size_t capacity() const noexcept { return buckets_.size() * kWays; }
  std::size_t memory() const noexcept { return buckets_.memory(); }
  static constexpr std::size_t memory_for(std::size_t buckets) noexcept { return buckets * sizeof(Bucket); }

  /// Empties it, and sets its size.
  void resize(std::size_t buckets) {
    buckets_.release();
    buckets_.resize(buckets);
  }

  /// Prefetches the bucket that `add` will use.
  void prefetch(std::uint32_t hash) const noexcept {
    __builtin_prefetch(&buckets_[base::slot_of(hash, buckets_.size())], 1);
  }

  /// Counts an n-gram, whose tokens are not all 0. Always writes to `out`; returns 1 if it holds an evicted entry, else
  /// 0.
  std::size_t add(const std::uint32_t* tokens, std::uint32_t hash, Entry* out) noexcept {
    std::array<Entry, kWays>& entries = buckets_[base::slot_of(hash, buckets_.size())].entries;
    // All ways are compared, without branches: which one matches is unpredictable.
    std::size_t found = kWays;
    for (std::size_t i = kWays; i-- > 0;) found = is_equal<n>(entries[i].tokens.data(), tokens) ? i : found;
    if (found < kWays) {
      ++entries[found].count;
      std::swap(entries[found], entries[found - (found > 0 ? 1 : 0)]);
      return 0;
    }
    std::size_t slot = kWays - 1;
    for (std::size_t i = kWays - 1; i-- > 0;) slot = entries[i].count == 0 ? i : slot;
    *out = entries[slot];
    std::copy_n(tokens, n, entries[slot].tokens.begin());
    entries[slot].count = 1;
    return out->count != 0 ? 1 : 0;
  }

  template <typename Visitor>
  void for_each(Visitor&& visit) const {
    for (const Bucket& bucket : buckets_) {
      for (const Entry& entry : bucket.entries) {
        if (entry.count != 0) visit(entry);
      }
    }
  }

  void release() noexcept { buckets_.release(); }

 private:
  static constexpr std::size_t kCacheLine = 64;
  static constexpr std::size_t kWays = std::max<std::size_t>(2, kCacheLine / sizeof(Entry));

  /// Used entries come first; an entry is unused if its count is 0.
  struct alignas(kWays * sizeof(Entry) <= kCacheLine ? kCacheLine : alignof(Entry)) Bucket {
    std::array<Entry, kWays> entries;
  };

  base::MappedArray<Bucket> buckets_;
};

}  // namespace sorani::count
