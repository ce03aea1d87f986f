#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "base/mapped_array.hpp"
#include "count/sort/american_flag_partition.hpp"
#include "count/sort/entry_order.hpp"
#include "count/table/ngram_entry.hpp"

namespace sorani::count {

/// Sorts n-grams by their tokens: MSD radix sort in place down to buckets that fit into the cache, LSD radix sort
/// there.
///
/// The key of an n-gram is the first 64 bits of the concatenation of its tokens, `bits` bits each, first token highest,
/// so keys compare as the n-grams do unless they are equal. Starting with the whole array:
///   1. A bucket of at most `kMaxComparisonSort` entries, or one whose key is used up, is sorted by comparing tokens.
///   2. A bucket of at most `kMaxLsdEntries` is sorted by LSD radix sort (counting sort by each digit of what is left
///   of
///      the key, the lowest digit first, into scratch memory and back). Counts of all digits are taken in one pass, and
///      a digit that is the same in all entries is skipped. Then entries of equal key are sorted by comparing, unless
///      the key holds all bits of all tokens.
///   3. A larger bucket is partitioned in place by the next `kRadixBits` bits of the key (`american_flag_partition`),
///      and each part is sorted the same way.
/// Time is O(size x key bits / 8) without comparisons; memory besides the array is at most half a megabyte of scratch
/// and 64 KB of counts. Recursion is at most 8 deep.
template <std::size_t n>
class NgramSorter {
 public:
  using Entry = NgramEntry<n>;

  /// All tokens are below 2^bits; `bits` is at most 32.
  explicit NgramSorter(unsigned bits) : bits_(std::max(bits, 1u)) {}

  void sort(Entry* entries, std::size_t size) { sort(entries, size, 0); }

 private:
  static constexpr unsigned kKeyBits = 64;
  static constexpr unsigned kRadixBits = 8;
  static constexpr unsigned kMaxDigitBits = 11;
  /// Up to this size, comparison sort is faster than clearing and summing the counts of a radix sort.
  static constexpr std::size_t kMaxComparisonSort = 48;
  /// From this size on, fewer passes of 11-bit digits are faster than more passes of 8-bit ones, although their 2048
  /// counts cost more.
  static constexpr std::size_t kMinWideDigitSort = 2048;
  /// Half a megabyte of entries: with as much scratch memory they stay in a processor's second-level cache.
  static constexpr std::size_t kMaxLsdEntries = (std::size_t{1} << 19) / sizeof(Entry);

  using DigitCounts = std::array<std::uint32_t, std::size_t{1} << kMaxDigitBits>;

  /// The first 64 bits of the tokens, left-aligned.
  std::uint64_t key(const Entry& entry) const noexcept {
    std::uint64_t key = 0;
    unsigned left = kKeyBits;
    for (const std::uint64_t token : entry.tokens) {
      if (left < bits_) return key | token >> (bits_ - left);
      left -= bits_;
      key |= token << left;
    }
    return key;
  }
  unsigned key_bits() const noexcept { return std::min(kKeyBits, static_cast<unsigned>(n) * bits_); }
  bool is_key_complete() const noexcept { return n * bits_ <= kKeyBits; }

  /// Sorts entries whose keys share their first `common_bits` bits.
  void sort(Entry* entries, std::size_t size, unsigned common_bits) {
    if (size <= kMaxComparisonSort || common_bits >= key_bits()) {
      comparison_sort(entries, size, EntryOrder<n>{});
    } else if (size <= kMaxLsdEntries) {
      lsd_radix_sort(entries, size, common_bits);
    } else {
      const BucketBounds bounds = american_flag_partition(entries, size, [&](const Entry& entry) {
        return static_cast<std::uint8_t>(key(entry) << common_bits >> (kKeyBits - kRadixBits));
      });
      for (std::size_t i = 0; i + 1 < bounds.size(); ++i) {
        sort(entries + bounds[i], bounds[i + 1] - bounds[i], common_bits + kRadixBits);
      }
    }
  }

  void lsd_radix_sort(Entry* entries, std::size_t size, unsigned common_bits) {
    const unsigned width = size < kMinWideDigitSort ? kRadixBits : kMaxDigitBits;
    const unsigned digits = (key_bits() - common_bits + width - 1) / width;
    const std::size_t values = std::size_t{1} << width;
    const auto digit = [&, unused = kKeyBits - key_bits()](const Entry& entry, unsigned number) {
      return key(entry) >> unused >> number * width & (values - 1);
    };
    scratch_.resize(kMaxLsdEntries);
    counts_.resize(kKeyBits / kRadixBits);
    for (std::size_t i = 0; i < size; ++i) {
      for (unsigned number = 0; number < digits; ++number) ++counts_[number][digit(entries[i], number)];
    }
    Entry* from = entries;
    Entry* to = scratch_.data();
    for (unsigned number = 0; number < digits; ++number) {
      DigitCounts& offsets = counts_[number];
      if (offsets[digit(*from, number)] != size) {
        // Exclusive prefix sum: digit counts to offsets.
        std::uint32_t sum = 0;
        for (std::size_t i = 0; i < values; ++i) sum += std::exchange(offsets[i], sum);
        for (std::size_t i = 0; i < size; ++i) to[offsets[digit(from[i], number)]++] = from[i];
        std::swap(from, to);
      }
      std::fill_n(offsets.begin(), values, 0);
    }
    if (from != entries) std::copy_n(from, size, entries);
    if (!is_key_complete()) sort_equal_keys(entries, size);
  }

  /// Sorts each range of equal keys by all tokens.
  void sort_equal_keys(Entry* entries, std::size_t size) const {
    for (std::size_t from = 0; from < size;) {
      const std::uint64_t first = key(entries[from]);
      std::size_t to = from + 1;
      while (to < size && key(entries[to]) == first) ++to;
      if (to - from > 1) comparison_sort(entries + from, to - from, EntryOrder<n>{});
      from = to;
    }
  }

  unsigned bits_;
  base::MappedArray<DigitCounts> counts_;  // per digit; all zeros between two calls
  base::MappedArray<Entry> scratch_;
};

}  // namespace sorani::count
