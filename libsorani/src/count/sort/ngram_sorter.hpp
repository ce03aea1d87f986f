#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "base/mapped_array.hpp"
#include "count/sort/american_flag_partition.hpp"
#include "count/table/ngram_entry.hpp"

namespace sorani::count {

/// Sorts n-grams by their tokens, in the memory where they stand and half a megabyte more.
///
/// They are dealt into piles by the first bits of their tokens until a pile fits into the cache of a processor, and
/// there they are sorted from the last bits to the first, which compares nothing.
template <std::size_t n>
class NgramSorter {
 public:
  using Entry = NgramEntry<n>;

  /// All tokens are below 2 to the power of `bits`, which is up to 32.
  explicit NgramSorter(unsigned bits) : bits_(std::max(bits, 1u)) {}

  void sort(Entry* entries, std::size_t size) { sort(entries, size, 0); }

 private:
  static constexpr unsigned kKeyBits = 64;
  static constexpr unsigned kPileBits = 8;
  static constexpr unsigned kMostDigitBits = 11;
  /// Up to so many are sorted by comparing.
  static constexpr std::size_t kFew = 48;
  /// From so many on, wide digits are worth their counts.
  static constexpr std::size_t kMany = 2048;
  static constexpr std::size_t kInCache = (std::size_t{1} << 19) / sizeof(Entry);

  using Digits = std::array<std::uint32_t, std::size_t{1} << kMostDigitBits>;

  /// The first bits of all tokens, from the highest down.
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
  bool is_key_whole() const noexcept { return n * bits_ <= kKeyBits; }

  /// Sorts what has the first `done` bits of the key in common.
  void sort(Entry* entries, std::size_t size, unsigned done) {
    if (size <= kFew || done >= key_bits()) {
      sort_by_comparing(entries, size);
    } else if (size <= kInCache) {
      sort_in_cache(entries, size, done);
    } else {
      const PileBounds bounds = deal_out(entries, size, [&](const Entry& entry) {
        return static_cast<std::uint8_t>(key(entry) << done >> (kKeyBits - kPileBits));
      });
      for (std::size_t i = 0; i + 1 < bounds.size(); ++i) {
        sort(entries + bounds[i], bounds[i + 1] - bounds[i], done + kPileBits);
      }
    }
  }

  void sort_by_comparing(Entry* entries, std::size_t size) const {
    std::sort(entries, entries + size, [](const Entry& a, const Entry& b) { return a.tokens < b.tokens; });
  }

  void sort_in_cache(Entry* entries, std::size_t size, unsigned done) {
    const unsigned width = size < kMany ? kPileBits : kMostDigitBits;
    const unsigned digits = (key_bits() - done + width - 1) / width;
    const std::size_t values = std::size_t{1} << width;
    const auto digit = [&, unused = kKeyBits - key_bits()](const Entry& entry, unsigned number) {
      return key(entry) >> unused >> number * width & (values - 1);
    };
    scratch_.resize(kInCache);
    counts_.resize(kKeyBits / kPileBits);
    for (std::size_t i = 0; i < size; ++i) {
      for (unsigned number = 0; number < digits; ++number) ++counts_[number][digit(entries[i], number)];
    }
    Entry* from = entries;
    Entry* to = scratch_.data();
    for (unsigned number = 0; number < digits; ++number) {
      Digits& places = counts_[number];
      if (places[digit(*from, number)] != size) {
        std::uint32_t before = 0;
        for (std::size_t i = 0; i < values; ++i) before += std::exchange(places[i], before);
        for (std::size_t i = 0; i < size; ++i) to[places[digit(from[i], number)]++] = from[i];
        std::swap(from, to);
      }
      std::fill_n(places.begin(), values, 0);
    }
    if (from != entries) std::copy_n(from, size, entries);
    if (!is_key_whole()) sort_like_keys(entries, size);
  }

  /// Puts in order what the key does not tell apart.
  void sort_like_keys(Entry* entries, std::size_t size) const {
    for (std::size_t from = 0; from < size;) {
      const std::uint64_t first = key(entries[from]);
      std::size_t to = from + 1;
      while (to < size && key(entries[to]) == first) ++to;
      if (to - from > 1) sort_by_comparing(entries + from, to - from);
      from = to;
    }
  }

  unsigned bits_;
  base::MappedArray<Digits> counts_;  // for each digit; zeros but while they are used
  base::MappedArray<Entry> scratch_;
};

}  // namespace sorani::count
