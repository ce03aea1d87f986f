#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>

#include "base/hash.hpp"
#include "normalize/restore/model/model.hpp"

namespace sorani::normalize::restore {

/// The best choices for a typed word, in the cache.
struct WordChoices {
  static constexpr std::size_t kMax = 4;

  struct Packed {
    float cost;
    WordPairs::First word;
    float probability;  ///< among all choices that were found
    std::uint8_t begin;
    std::uint8_t size;
  };

  std::array<Packed, kMax> choices;
  std::array<Letter, 92> letters;
  std::uint32_t count = 0;

  LetterView text(const Packed& choice) const noexcept { return {letters.data() + choice.begin, choice.size}; }
};

/// A bounded cache, two-way set-associative: the more recent entry of a set is the first one.
class ChoiceCache {
 public:
  /// A typed word, padded with zeros, and a tag that is not 0.
  struct Key {
    Key() = default;
    Key(const TypedWord& typed, std::uint8_t tag) noexcept {
      std::memcpy(words.data(), typed.values.data(), typed.size);
      words.back() = tag;
    }
    std::array<std::uint64_t, kMaxWord / 8 + 1> words{};
    bool operator==(const Key& other) const noexcept {
      return ((words[0] ^ other.words[0]) | (words[1] ^ other.words[1]) | (words[2] ^ other.words[2]) |
              (words[3] ^ other.words[3])) == 0;
    }
  };

  /// The place of a key, with its choices if it was there. A new one takes the place of the older of two others.
  WordChoices& find_or_insert(const Key& key, bool& is_new) {
    if (!sets_) sets_ = std::make_unique<Set[]>(kSets);
    Set& set = sets_[set_of(key)];
    is_new = false;
    if (set[0].key == key) return set[0].choices;
    std::swap(set[0], set[1]);
    if (set[0].key == key) return set[0].choices;
    is_new = true;
    set[0].key = key;
    return set[0].choices;
  }

 private:
  static constexpr unsigned kSetBits = 13;
  static constexpr std::size_t kSets = std::size_t{1} << kSetBits;

  struct Entry {
    Key key;
    WordChoices choices;
  };
  using Set = std::array<Entry, 2>;

  static std::size_t set_of(const Key& key) noexcept {
    const auto& words = key.words;
    const std::uint64_t hash = base::fold_product(words[0] ^ base::kHashSeeds[0], words[1] ^ base::kHashSeeds[1]) ^
                               base::fold_product(words[2] ^ base::kHashSeeds[2], words[3] ^ base::kHashSeeds[3]);
    return static_cast<std::size_t>(hash >> (64 - kSetBits));
  }

  std::unique_ptr<Set[]> sets_;
};

}  // namespace sorani::normalize::restore
