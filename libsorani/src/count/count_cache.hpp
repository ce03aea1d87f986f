#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "count/hash.hpp"
#include "count/ngram_entry.hpp"
#include "count/pages.hpp"

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

  /// How many n-grams fit.
  std::size_t capacity() const noexcept { return buckets_.size() * kWays; }
  std::size_t memory() const noexcept { return buckets_.memory(); }
  static constexpr std::size_t memory_for(std::size_t buckets) noexcept { return buckets * sizeof(Bucket); }

  /// Makes it so large. It must be empty.
  void resize(std::size_t buckets) {
    buckets_.release();
    buckets_.resize(buckets);
  }

  /// Asks for the memory that `add` will need.
  void prefetch(std::uint32_t hash) const noexcept {
    __builtin_prefetch(&buckets_[place_of(hash, buckets_.size())], 1);
  }

  /// Counts an n-gram, whose tokens are not all 0. Writes to `out` what is driven out, and returns how many that is: 0
  /// or 1.
  std::size_t add(const std::uint32_t* tokens, std::uint32_t hash, Entry* out) noexcept {
    Bucket& bucket = buckets_[place_of(hash, buckets_.size())];
    for (std::size_t i = 0; i < kWays; ++i) {
      Entry& entry = bucket.entries[i];
      if (is_equal(entry.tokens.data(), tokens)) {
        ++entry.count;
        if (i > 0) std::swap(entry, bucket.entries[i - 1]);
        return 0;
      }
      if (entry.count == 0) {
        fill(entry, tokens);
        return 0;
      }
    }
    *out = bucket.entries.back();
    fill(bucket.entries.back(), tokens);
    return 1;
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

  static bool is_equal(const std::uint32_t* a, const std::uint32_t* b) noexcept {
    std::uint32_t difference = 0;
    for (std::size_t i = 0; i < n; ++i) difference |= a[i] ^ b[i];
    return difference == 0;
  }

  static void fill(Entry& entry, const std::uint32_t* tokens) noexcept {
    std::copy_n(tokens, n, entry.tokens.begin());
    entry.count = 1;
  }

  PagedArray<Bucket> buckets_;
};

}  // namespace sorani::count
