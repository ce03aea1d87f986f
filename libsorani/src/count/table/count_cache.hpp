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

/// The counts of some n-grams, of those that were met last or most often. Others are driven out, with what they have
/// counted so far.
///
/// Each n-gram belongs to one bucket, most often a line of the processor's cache. Those met again move towards the
/// front of it; the last one makes room for what is new.
template <std::size_t n>
class CountCache {
 public:
  using Entry = NgramEntry<n>;

  std::size_t buckets() const noexcept { return buckets_.size(); }
  /// How many n-grams fit.
  std::size_t capacity() const noexcept { return buckets_.size() * kWays; }
  std::size_t memory() const noexcept { return buckets_.memory(); }
  static constexpr std::size_t memory_for(std::size_t buckets) noexcept { return buckets * sizeof(Bucket); }

  /// Makes it so large, and empties it.
  void resize(std::size_t buckets) {
    buckets_.release();
    buckets_.resize(buckets);
  }

  /// Asks for the memory that `add` will need.
  void prefetch(std::uint32_t hash) const noexcept {
    __builtin_prefetch(&buckets_[base::slot_of(hash, buckets_.size())], 1);
  }

  /// Counts an n-gram, whose tokens are not all 0. Writes to `out` what is driven out, and returns how many that is: 0
  /// or 1.
  std::size_t add(const std::uint32_t* tokens, std::uint32_t hash, Entry* out) noexcept {
    std::array<Entry, kWays>& entries = buckets_[base::slot_of(hash, buckets_.size())].entries;
    // All are compared, since nobody can guess which it is.
    std::size_t found = kWays;
    for (std::size_t i = kWays; i-- > 0;) found = is_equal<n>(entries[i].tokens.data(), tokens) ? i : found;
    if (found < kWays) {
      ++entries[found].count;
      std::swap(entries[found], entries[found - (found > 0 ? 1 : 0)]);
      return 0;
    }
    std::size_t place = kWays - 1;
    for (std::size_t i = kWays - 1; i-- > 0;) place = entries[i].count == 0 ? i : place;
    *out = entries[place];
    std::copy_n(tokens, n, entries[place].tokens.begin());
    entries[place].count = 1;
    return out->count != 0 ? 1 : 0;
  }

  template <typename See>
  void for_each(See&& see) const {
    for (const Bucket& bucket : buckets_) {
      for (const Entry& entry : bucket.entries) {
        if (entry.count != 0) see(entry);
      }
    }
  }

  void release() noexcept { buckets_.release(); }

 private:
  static constexpr std::size_t kLine = 64;
  static constexpr std::size_t kWays = std::max<std::size_t>(2, kLine / sizeof(Entry));

  /// Filled from the front.
  struct alignas(kWays * sizeof(Entry) <= kLine ? kLine : alignof(Entry)) Bucket {
    std::array<Entry, kWays> entries;
  };

  base::MappedArray<Bucket> buckets_;
};

}  // namespace sorani::count
