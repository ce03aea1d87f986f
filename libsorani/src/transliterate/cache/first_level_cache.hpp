#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace sorani::transliterate {

/// A cache from words to their conversions, of 8 MB, for one thread.
///
/// A look-up touches one cache line, whose place is a hash of the word. Short words are in a set-associative table: a
/// set has two words with short values, the more recent one first, or one word with a longer value. Medium words are in
/// a direct-mapped table; longer ones, and those with longer values, are not kept. The keys are the words themselves,
/// padded with zeros, so that a hit needs no hash of the bytes and no string comparison.
class FirstLevelCache {
  static constexpr std::size_t kShortBytes = 16;
  static constexpr std::size_t kShortValueBytes = 15;
  static constexpr std::size_t kLongValueBytes = 32;
  static constexpr std::size_t kMediumBytes = 32;
  static constexpr std::size_t kMediumValueBytes = 30;
  static constexpr unsigned kSetIndexBits = 16;
  static constexpr unsigned kMediumIndexBits = 16;

  /// The bytes of a word, padded with zeros.
  template <std::size_t kKeyBytes>
  using Key = std::array<std::uint64_t, kKeyBytes / 8>;

 public:
  /// This many bytes can be read from the start of a value, however short it is.
  static constexpr std::size_t kReadableBytes = 16;
  /// No value is longer.
  static constexpr std::size_t kMaxValueBytes = kLongValueBytes;

  FirstLevelCache();

  /// Tells how many more bytes of text will be looked up. Small texts, which touch few sets, get small pages: huge ones
  /// would take longer to be zeroed than the text to be converted.
  void expect(std::size_t text_bytes) noexcept {
    if (expected_ == kLargeText) return;
    expected_ = std::min(expected_ + text_bytes, kLargeText);
    if (expected_ == kLargeText) memory_.use_huge_pages();
  }

  /// The key and place of a word. `locate` prefetches the cache line there: locate several words, then look them up.
  class Location {
   public:
    Location() = default;

   private:
    friend class FirstLevelCache;
    Key<kShortBytes> key_;
    std::size_t index_;
  };

  /// `readable` is how many bytes can be read from the start of the word.
  Location locate(std::string_view word, std::size_t readable) const noexcept {
    Location location;
    if (word.size() <= kShortBytes) {
      location.key_ = short_key(word, readable);
      location.index_ = hashed_index<kSetIndexBits>(location.key_[0], location.key_[1]);
      __builtin_prefetch(&tables().sets[location.index_]);
    } else if (word.size() <= kMediumBytes) {
      const Key<kMediumBytes> key = medium_key(word);
      location.index_ = hashed_index<kMediumIndexBits>(key[0] ^ key[2], key[1] ^ key[3]);
      __builtin_prefetch(&tables().medium[location.index_]);
    }
    return location;
  }

  /// The value of a word, valid until the next call of `store`; null data if it is not there.
  std::string_view find(std::string_view word, const Location& location) const noexcept {
    if (word.size() > kShortBytes) return find_medium(word, location);
    const Set& set = tables().sets[location.index_];
    const bool is_first = are_same(set.entries[0].key, location.key_);
    const bool has_second = set.entries[0].size <= kShortValueBytes;
    const bool is_second = has_second && are_same(set.entries[1].key, location.key_);
    if (!is_first && !is_second) return {};
    const Entry& entry = set.entries[is_first ? 0 : 1];
    return {entry.size <= kShortValueBytes ? entry.value.data() : set.long_value(), entry.size};
  }

  /// Keeps the value of a word, unless one of them is too long.
  void store(std::string_view word, const Location& location, std::string_view value) noexcept;

 private:
  static constexpr std::size_t kLargeText = std::size_t{1} << 14;

  /// An empty entry has key 0, which no word has.
  struct Entry {
    Key<kShortBytes> key;
    std::array<char, kShortValueBytes> value;
    std::uint8_t size;
  };
  /// If the value of the first entry is longer than there is room, it takes the place of the second.
  struct alignas(64) Set {
    std::array<Entry, 2> entries;

    const char* long_value() const noexcept { return reinterpret_cast<const char*>(&entries[1]); }
  };
  static_assert(sizeof(Entry) == kLongValueBytes);

  struct alignas(64) MediumEntry {
    Key<kMediumBytes> key;  ///< the first and the last `kShortBytes` bytes, which may overlap
    std::array<char, kMediumValueBytes> value;
    std::uint8_t word_size;
    std::uint8_t size;
  };

  struct Tables {
    std::array<Set, std::size_t{1} << kSetIndexBits> sets;
    std::array<MediumEntry, std::size_t{1} << kMediumIndexBits> medium;
  };

  /// Memory whose pages the system provides, zeroed, when they are first touched.
  class Memory {
   public:
    Memory();
    ~Memory();
    Memory(const Memory&) = delete;
    Memory& operator=(const Memory&) = delete;

    Tables& tables() const noexcept { return *tables_; }
    /// Has the system provide pages that were not touched yet as huge pages, since look-ups are at random places.
    void use_huge_pages() noexcept;

   private:
    static constexpr std::size_t kHugePage = std::size_t{2} << 20;
    static constexpr std::size_t kSize = sizeof(Tables);

    void* mapped_;
    Tables* tables_;
  };

  /// For each length of a word, a mask of the bytes of its key.
  static constexpr auto kMasks = [] {
    std::array<std::array<std::uint8_t, kShortBytes>, kShortBytes + 1> masks{};
    for (std::size_t size = 0; size < masks.size(); ++size) {
      for (std::size_t i = 0; i < size; ++i) masks[size][i] = 0xFF;
    }
    return masks;
  }();

  static Key<kShortBytes> short_key(std::string_view word, std::size_t readable) noexcept {
    Key<kShortBytes> key{};
    if (readable < sizeof key) {
      std::memcpy(key.data(), word.data(), word.size());
      return key;
    }
    Key<kShortBytes> mask;
    std::memcpy(mask.data(), kMasks[word.size()].data(), sizeof mask);
    std::memcpy(key.data(), word.data(), sizeof key);
    return {key[0] & mask[0], key[1] & mask[1]};
  }
  static Key<kMediumBytes> medium_key(std::string_view word) noexcept {
    Key<kMediumBytes> key{};
    std::memcpy(key.data(), word.data(), kShortBytes);
    // The word has more than `kShortBytes` bytes; the last ones may overlap the first.
    std::memcpy(key.data() + kShortBytes / 8, word.data() + word.size() - kShortBytes, kShortBytes);
    return key;
  }
  /// `==` would call memcmp.
  static bool are_same(const Key<kShortBytes>& a, const Key<kShortBytes>& b) noexcept {
    return ((a[0] ^ b[0]) | (a[1] ^ b[1])) == 0;
  }
  /// A multiplicative hash of the key, as an index of `kBits` bits.
  template <unsigned kBits>
  static std::size_t hashed_index(std::uint64_t a, std::uint64_t b) noexcept {
    constexpr std::uint64_t kFirst = 0x9E3779B97F4A7C15, kSecond = 0xC2B2AE3D27D4EB4F;
    const std::uint64_t mixed = (a ^ b * kFirst >> 17) * kSecond;
    return (mixed ^ mixed >> 32) * kFirst >> (64 - kBits);
  }

  std::string_view find_medium(std::string_view word, const Location& location) const noexcept;

  Tables& tables() const noexcept { return memory_.tables(); }

  Memory memory_;
  std::size_t expected_ = 0;  ///< bytes of text, up to `kLargeText`
};

}  // namespace sorani::transliterate
