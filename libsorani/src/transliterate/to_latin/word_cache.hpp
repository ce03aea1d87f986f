#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>

#include "transliterate/to_latin/word_table.hpp"

namespace sorani::transliterate {

/// A bounded cache from words to their conversions, in two levels.
///
/// The first level is of each thread, each entry or set one cache line: a two-way set-associative table of short words
/// with short values, the more recent entry first, and a direct-mapped table of medium words, which also has short
/// words with longer values. The keys are the words themselves, padded with zeros, so that a hit needs no hash of the
/// bytes and no string comparison. It has 6 MB.
///
/// The second level is a table of all words that is shared by threads (word_table.hpp). A miss in the first level that
/// hits there is copied to the first level.
class WordCache {
  static constexpr std::size_t kShortBytes = 16;
  static constexpr std::size_t kShortValueBytes = 15;
  static constexpr std::size_t kMediumBytes = 32;
  static constexpr std::size_t kMediumValueBytes = 30;
  static constexpr unsigned kSetIndexBits = 16;
  static constexpr unsigned kMediumIndexBits = 15;

  /// The bytes of a word, padded with zeros.
  template <std::size_t kKeyBytes>
  using Key = std::array<std::uint64_t, kKeyBytes / 8>;

 public:
  /// This many bytes can be read from the start of a value, however short it is.
  static constexpr std::size_t kReadableBytes = WordTable::kReadableBytes;

  /// `words` may be shared with caches of other threads, if these convert words alike.
  explicit WordCache(std::shared_ptr<SharedWordTable> words);

  /// Tells how many more bytes of text will be looked up. Small texts, which touch few sets, get small pages: huge ones
  /// would take longer to be zeroed than the text to be converted.
  void expect(std::size_t text_bytes) noexcept {
    if (expected_ == kLargeText) return;
    expected_ = std::min(expected_ + text_bytes, kLargeText);
    if (expected_ == kLargeText) first_level_.use_huge_pages();
  }

  /// The key and first-level index of a word. `locate` prefetches the cache line there: locate several words, then look
  /// them up.
  class Location {
   public:
    Location() = default;

   private:
    friend class WordCache;
    Key<kShortBytes> key_;
    std::size_t set_;
  };

  /// `readable` is how many bytes can be read from the start of the word.
  Location locate(std::string_view word, std::size_t readable) const noexcept {
    Location location;
    if (word.size() <= kShortBytes) {
      location.key_ = short_key(word, readable);
      location.set_ = hashed_index<kSetIndexBits>(location.key_[0], location.key_[1]);
      __builtin_prefetch(&short_sets()[location.set_]);
    } else if (word.size() <= kMediumBytes) {
      const Key<kMediumBytes> key = medium_key(word);
      location.set_ = medium_index(key);
      __builtin_prefetch(&medium()[location.set_]);
    }
    return location;
  }

  /// The value of a word, valid until the next call of a function that is not const; null data on a miss.
  std::string_view find(std::string_view word, const Location& location) {
    if (word.size() > kShortBytes) return find_medium(word, location);
    const ShortSet& set = short_sets()[location.set_];
    const bool is_first = are_same(set[0].key, location.key_);
    const bool is_second = are_same(set[1].key, location.key_);
    const ShortEntry& entry = set[is_second ? 1 : 0];
    if (is_first || is_second) return {entry.value.data(), entry.size};
    return find_short_in_table(word, location);
  }
  std::string_view find(std::string_view word, std::size_t readable) { return find(word, locate(word, readable)); }

  void insert(std::string_view word, std::string_view value);

 private:
  static constexpr std::size_t kLargeText = std::size_t{1} << 14;

  /// An empty entry has key 0, which no word has.
  struct ShortEntry {
    Key<kShortBytes> key;
    std::array<char, kShortValueBytes> value;
    std::uint8_t size;
  };
  struct alignas(64) ShortSet : std::array<ShortEntry, 2> {};
  struct alignas(64) MediumEntry {
    Key<kMediumBytes> key;  ///< the first and the last `kShortBytes` bytes, which may overlap
    std::array<char, kMediumValueBytes> value;
    std::uint8_t word_size;
    std::uint8_t size;
  };
  /// The tables of the first level, in memory whose pages the system provides, zeroed, when they are first touched.
  class FirstLevel {
   public:
    struct Tables {
      std::array<ShortSet, std::size_t{1} << kSetIndexBits> short_sets;
      std::array<MediumEntry, std::size_t{1} << kMediumIndexBits> medium;
    };

    FirstLevel();
    ~FirstLevel();
    FirstLevel(const FirstLevel&) = delete;
    FirstLevel& operator=(const FirstLevel&) = delete;

    Tables& tables() noexcept { return *tables_; }
    const Tables& tables() const noexcept { return *tables_; }
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

  static std::size_t medium_index(const Key<kMediumBytes>& key) noexcept {
    return hashed_index<kMediumIndexBits>(key[0] ^ key[2], key[1] ^ key[3]);
  }
  static bool holds(const MediumEntry& entry, std::string_view word, const Key<kMediumBytes>& key) noexcept;
  static void store(MediumEntry& entry, std::string_view word, const Key<kMediumBytes>& key,
                    std::string_view value) noexcept;

  std::string_view find_medium(std::string_view word, const Location& location);
  std::string_view find_short_in_table(std::string_view word, const Location& location);

  ShortSet* short_sets() noexcept { return first_level_.tables().short_sets.data(); }
  const ShortSet* short_sets() const noexcept { return first_level_.tables().short_sets.data(); }
  MediumEntry* medium() noexcept { return first_level_.tables().medium.data(); }
  const MediumEntry* medium() const noexcept { return first_level_.tables().medium.data(); }

  FirstLevel first_level_;
  std::size_t expected_ = 0;  ///< bytes of text, up to `kLargeText`
  std::shared_ptr<SharedWordTable> words_;
  SharedWordTable::Pointer table_;
};

}  // namespace sorani::transliterate
