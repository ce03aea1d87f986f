#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "base/hash.hpp"
#include "base/mapped_array.hpp"
#include "identify/model.hpp"

namespace sorani::identify {

/// Adds the scores of each token of a text. Most words of a text occur again and again, so the scores of short tokens
/// are cached.
///
/// The cache is direct-mapped: a hash of the token selects its one entry, which the next token of that entry replaces.
/// Whatever it holds, the scores are the same. A token that is not cached costs a time linear in its length, so a text
/// made up to miss the cache is slow, but not superlinear.
class TokenScorer {
 public:
  explicit TokenScorer(const Model& model);

  void add(std::string_view text, Scores& scores) noexcept;

 private:
  /// The longest token that is cached, in bytes: what the edges of a key hold.
  static constexpr std::size_t kMaxCached = 2 * base::kBlockSize;
  static constexpr unsigned kCacheBits = 16;

  struct Entry {
    base::KeyEdges key;
    std::array<std::int16_t, kClasses> sums;  ///< small enough: a token of 32 bytes has under 250 features
    std::uint8_t length;                      ///< 0: the entry is free
    std::uint8_t arabic;
    std::uint8_t latin;
    std::uint8_t foreign;
  };

  /// Sums of a few tokens, in numbers of 32 bits.
  struct PartialScores;

  void add_cached(std::string_view token, std::size_t readable, PartialScores& scores) noexcept;
  void add_token(std::string_view token, PartialScores& scores) const noexcept;
  void fill(Entry& entry, std::string_view token) const noexcept;

  const Model* model_;
  base::MappedArray<Entry> cache_;
};

}  // namespace sorani::identify
