#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>

namespace sorani::transliterate {

/// What words become, kept for when they come again.
///
/// A table of sets, each as large as a line of the processor's cache, holds what came last: two short words or a longer
/// one. Behind it stands a larger table for all words up to a length, which is emptied when it is full. So the memory
/// is bounded.
class WordCache {
  static constexpr std::size_t kShortBytes = 16;
  static constexpr std::size_t kShortValueBytes = 15;
  static constexpr std::size_t kMediumBytes = 32;
  static constexpr std::size_t kMediumValueBytes = 30;
  static constexpr unsigned kSetIndexBits = 16;
  static constexpr unsigned kMediumIndexBits = 15;

  /// The bytes of a word, filled up with huge_page_zeros.
  template <std::size_t kKeyBytes>
  using Key = std::array<std::uint64_t, kKeyBytes / 8>;

 public:
  /// Longer words and values are not kept.
  static constexpr std::size_t kMaxBytes = 255;
  /// So many bytes can be read from the start of a value, however long it is.
  static constexpr std::size_t kReadableBytes = 16;

  WordCache();

  /// Where a word is looked for. Making one asks the processor to fetch what is there, so that it is quick to make
  /// several and look then.
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
      __builtin_prefetch(&short_[location.set_]);
    } else if (word.size() <= kMediumBytes) {
      const Key<kMediumBytes> key = medium_key(word);
      location.set_ = medium_index(key);
      __builtin_prefetch(&medium_[location.set_]);
    }
    return location;
  }

  /// The value of a word, valid until the next call of a function that is not const; null data if it is not known.
  std::string_view find(std::string_view word, const Location& location) {
    if (word.size() > kShortBytes) return find_medium(word, location);
    const ShortSet& set = short_[location.set_];
    const bool is_first = are_same(set[0].key, location.key_);
    const bool is_second = are_same(set[1].key, location.key_);
    const ShortEntry& entry = set[is_second ? 1 : 0];
    if (is_first || is_second) return {entry.value.data(), entry.size};
    return find_short_in_backing(word, location);
  }
  std::string_view find(std::string_view word, std::size_t readable) { return find(word, locate(word, readable)); }

  void insert(std::string_view word, std::string_view value);

 private:
  static constexpr std::size_t kInitialTableSize = std::size_t{1} << 14;
  static constexpr std::size_t kMaxTableSize = std::size_t{1} << 19;
  static constexpr std::size_t kArenaSize = std::size_t{24} << 20;

  /// A word and its value. No key of a word is zero.
  struct ShortEntry {
    Key<kShortBytes> key;
    std::array<char, kShortValueBytes> value;
    std::uint8_t size;
  };
  struct alignas(64) ShortSet : std::array<ShortEntry, 2> {};
  struct alignas(64) MediumEntry {
    Key<kMediumBytes> key;  ///< the first bytes, and the last
    std::array<char, kMediumValueBytes> value;
    std::uint8_t word_size;
    std::uint8_t size;
  };
  /// A word by the upper bits of its hash and where it stands in the arena.
  struct Slot {
    std::uint32_t tag;
    std::uint32_t at;  ///< 0: empty
  };
  struct Free {
    void operator()(void* memory) const noexcept;
  };

  /// For each length, the bits of a key that belong to the word.
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
    // More than `kShortBytes` bytes are there: the last ones, which may be some of the first again.
    std::memcpy(key.data() + kShortBytes / 8, word.data() + word.size() - kShortBytes, kShortBytes);
    return key;
  }
  /// `==` would call a function of the C library.
  static bool are_same(const Key<kShortBytes>& a, const Key<kShortBytes>& b) noexcept {
    return ((a[0] ^ b[0]) | (a[1] ^ b[1])) == 0;
  }
  /// The hashed_index of a set.
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
  std::string_view find_in_backing(std::string_view word) const noexcept;
  void add_slot(std::string_view word, std::size_t at) noexcept;
  void grow();
  std::string_view find_short_in_backing(std::string_view word, const Location& location);

  std::unique_ptr<ShortSet[], Free> short_;
  std::unique_ptr<MediumEntry[], Free> medium_;
  std::unique_ptr<Slot[], Free> slots_;
  /// Entries: length of the word, length of the value, word, value.
  std::unique_ptr<char[], Free> arena_;
  std::size_t table_size_ = kInitialTableSize;
  std::size_t used_ = 1;  // of the arena; 0 is no offset
  std::size_t entries_ = 0;
};

}  // namespace sorani::transliterate
