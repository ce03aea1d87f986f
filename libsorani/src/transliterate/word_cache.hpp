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
/// Short words are looked up in a table of one cache line each, where a word replaces the one that was there; behind it
/// stands a larger table for all words up to a length, which is emptied when it is full. So the memory is bounded, and
/// only what has been used of it is there.
class WordCache {
 public:
  /// Longer words and values are not kept.
  static constexpr std::size_t kLongest = 255;
  /// So many bytes can be read from the start of a value, however long it is.
  static constexpr std::size_t kReadable = 32;

  WordCache();

  /// The value of a word, valid until the next call; null data if it is not known. `readable` is how many bytes can be
  /// read from the start of the word.
  std::string_view find(std::string_view word, std::size_t readable) {
    if (word.size() > kShort || word.empty()) return find_long(word);
    const Key key = short_key(word, readable);
    const Line& line = lines_[line_of(key)];
    if (line.key == key) return {line.value.data(), line.size};
    return find_again(word, key);
  }

  void insert(std::string_view word, std::string_view value);

 private:
  static constexpr std::size_t kShort = 16;
  static constexpr std::size_t kShortValue = 47;
  static constexpr unsigned kLineBits = 15;
  static constexpr std::size_t kLines = std::size_t{1} << kLineBits;
  static constexpr std::size_t kTableSize = std::size_t{1} << 19;
  static constexpr std::size_t kMaxEntries = kTableSize / 4 * 3;
  static constexpr std::size_t kArenaSize = std::size_t{24} << 20;

  /// The bytes of a short word, filled up with zeros.
  using Key = std::array<std::uint64_t, 2>;
  /// A short word and its value. No key of a word is zero.
  struct alignas(64) Line {
    Key key;
    std::array<char, kShortValue> value;
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
    std::array<std::array<std::uint8_t, sizeof(Key)>, kShort + 1> masks{};
    for (std::size_t size = 0; size < masks.size(); ++size) {
      for (std::size_t i = 0; i < size; ++i) masks[size][i] = 0xFF;
    }
    return masks;
  }();

  static Key short_key(std::string_view word, std::size_t readable) noexcept {
    Key key{};
    if (readable < sizeof key) {
      std::memcpy(key.data(), word.data(), word.size());
      return key;
    }
    Key mask;
    std::memcpy(mask.data(), kMasks[word.size()].data(), sizeof mask);
    std::memcpy(key.data(), word.data(), sizeof key);
    return {key[0] & mask[0], key[1] & mask[1]};
  }
  static std::size_t line_of(const Key& key) noexcept {
    constexpr std::uint64_t kFirst = 0x9E3779B97F4A7C15, kSecond = 0xC2B2AE3D27D4EB4F;
    const std::uint64_t mixed = (key[0] ^ (key[1] * kFirst >> 29) ^ key[1]) * kSecond;
    return (mixed ^ mixed >> 32) * kFirst >> (64 - kLineBits);
  }

  std::string_view find_long(std::string_view word) const noexcept;
  std::string_view find_again(std::string_view word, const Key& key);

  std::unique_ptr<Line[], Free> lines_;
  std::unique_ptr<Slot[], Free> slots_;
  /// Entries: length of the word, length of the value, word, value.
  std::unique_ptr<char[], Free> arena_;
  std::size_t used_ = 1;
  std::size_t entries_ = 0;
};

}  // namespace sorani::transliterate
