#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/hash.hpp"
#include "base/mapped_array.hpp"
#include "identify/model.hpp"

namespace sorani::identify {

/// Adds the scores of the tokens of a text. Most words of a text occur again and again, so the scores of short tokens
/// are cached.
///
/// The cache is set-associative: a hash of the token selects a set of two entries. An entry that was of use since the
/// other one was replaced is kept (the CLOCK algorithm), so that words that occur once do not replace frequent ones.
/// Whatever the cache holds, the scores are the same. A token that is not cached costs a time linear in its length, so
/// a text made up to miss the cache is slow, but not superlinear.
class TokenScorer {
 public:
  explicit TokenScorer(const Model& model);

  Scores score(std::string_view text) noexcept;

 private:
  /// The longest token that is cached, in bytes.
  static constexpr std::size_t kMaxCached = base::kBlockSize + 8;
  static constexpr unsigned kSetBits = 16;
  static constexpr std::size_t kSetSize = 2;

  using Sums = std::array<std::int16_t, kClasses>;

  /// All bytes of a token, padded with zeros: the first 16, and the last 8 if there are more than 16.
  struct Key {
    base::Block head;
    std::uint64_t tail;
  };

  struct alignas(64) Entry {
    Sums sums;
    Key key;
    std::uint8_t length;  ///< 0: the entry is free
    std::uint8_t arabic;
    std::uint8_t latin;
    std::uint8_t foreign;
    std::uint8_t is_used;  ///< since the other entry of the set was replaced
  };
  static_assert(sizeof(Entry) == 64, "a set should take two cache lines");

  struct Set {
    std::array<Entry, kSetSize> entries;
  };

  /// A token that can be cached.
  struct Lookup {
    Key key;
    Set* set;
    std::string_view token;
  };

  Lookup prepare(std::string_view token, std::size_t readable) noexcept;
  void add_cached(std::span<const Lookup> lookups, Scores& scores) noexcept;
  const Entry& find(const Lookup& lookup) noexcept;
  const Entry& replace(const Lookup& lookup) noexcept;
  void add_uncached(std::string_view token, Scores& scores) const noexcept;

  Model model_;
  base::MappedArray<Set> cache_;
};

}  // namespace sorani::identify
