#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <sorani/error.hpp>
#include <span>
#include <string_view>

#include "base/hash.hpp"
#include "base/mapped_array.hpp"
#include "count/table/budget.hpp"

namespace sorani::count {

/// The number of a token, as long as its lexicon holds it.
using TokenId = std::uint32_t;

/// Not the number of any token.
inline constexpr TokenId kNoToken = 0;
inline constexpr TokenId kDroppedToken = 1;

inline constexpr std::size_t kMaxToken = std::numeric_limits<std::uint32_t>::max();

/// A token on its way into the lexicon.
struct Key {
  base::KeyEdges edges;
  const char* data;
  std::uint32_t length;
  std::uint32_t hash;
};

/// `readable` bytes can be read from the start of `token`. Throws `Error` for a token of 4 GiB or more.
inline Key make_key(std::string_view token, std::size_t readable, const base::HashSeeds& seeds) {
  if (token.size() >= kMaxToken) throw Error("a token of 4 GiB or more");
  const base::KeyEdges edges = base::load_key_edges(token.data(), token.size(), readable);
  const std::uint32_t hash = base::hash_key(edges, token.data(), token.size(), seeds);
  return {edges, token.data(), static_cast<std::uint32_t>(token.size()), hash};
}

/// Every token that was met, once, and how often it was.
///
/// Tokens stand one behind the other in one array, each behind its count, so that a look-up reads two places: a bucket
/// of the hash table, which is one line of the cache, and the token.
class Lexicon {
 public:
  struct Entry {
    std::uint64_t count;
    /// What the token is counted as: see `TokenRewriter`. Once all is counted, its rank among the tokens.
    std::uint32_t alias;
    std::uint32_t length;
  };

  Lexicon(Budget& budget, const base::HashSeeds& seeds) : budget_(budget), seeds_(seeds) {}
  Lexicon(const Lexicon&) = delete;
  Lexicon& operator=(const Lexicon&) = delete;
  Lexicon(Lexicon&&) = delete;
  Lexicon& operator=(Lexicon&&) = delete;
  ~Lexicon() { release(); }

  /// Makes room for so many tokens with so many bytes together, if the budget allows it.
  bool reserve(std::size_t tokens, std::size_t bytes);

  /// What the hashes of its keys must start from.
  const base::HashSeeds& seeds() const noexcept { return seeds_; }

  /// The numbers of tokens; those not met before are added, whatever the budget says.
  void find_or_add(std::span<const Key> keys, TokenId* ids);
  TokenId find_or_add(const Key& key);
  /// As `find_or_add`, and counts each.
  void count(std::span<const Key> keys);

  /// The entry may move when tokens are added.
  Entry& entry(TokenId id) noexcept { return *reinterpret_cast<Entry*>(bytes_.data() + id * kUnit); }
  const Entry& entry(TokenId id) const noexcept { return *reinterpret_cast<const Entry*>(bytes_.data() + id * kUnit); }
  std::string_view text(TokenId id) const noexcept {
    return {bytes_.data() + id * kUnit + sizeof(Entry), entry(id).length};
  }

  /// Adds all tokens of another lexicon with their counts. The alias of each becomes, over there, its number here.
  void absorb(Lexicon& other);

  std::size_t size() const noexcept { return size_; }

  /// Calls `see(TokenId)` for each token, in the order in which they came.
  template <typename See>
  void for_each(See&& see) const {
    for (std::size_t at = kFirst; at < bytes_.size();) {
      const auto id = static_cast<TokenId>(at / kUnit);
      at += entry_size(entry(id).length);
      see(id);
    }
  }

  /// Forgets all tokens and gives their memory back.
  void release() noexcept;
  /// Gives back what only look-ups need; there can be none from now on.
  void release_buckets() noexcept;

 private:
  static constexpr std::size_t kBucketSize = 8;

  /// Filled from the front; full ones go over into the next.
  struct alignas(64) Bucket {
    std::array<std::uint32_t, kBucketSize> hashes;
    std::array<TokenId, kBucketSize> ids;

    bool is_full() const noexcept { return ids.back() != kNoToken; }
    /// A bit for each place with this hash, which is not 0.
    unsigned places_of(std::uint32_t hash) const noexcept;
    void add(std::uint32_t hash, TokenId id) noexcept;
  };

  static constexpr std::size_t kUnit = 16;
  static constexpr std::size_t kFirst = 2 * kUnit;  // the first two numbers stand for no token
  static constexpr std::size_t kMaxBytes = kUnit << 31;
  static constexpr std::size_t kMostPerBucket = 6;  // on average
  static constexpr std::size_t kSlack = 64;         // may be read behind the last token

  static std::size_t entry_size(std::size_t length) noexcept {
    // The empty token takes room too, since the head of a key is always written.
    return sizeof(Entry) + (length + kUnit - (length != 0 ? 1 : 0)) / kUnit * kUnit;
  }
  static constexpr std::size_t buckets_for(std::size_t tokens) noexcept { return tokens / kMostPerBucket + 1; }
  bool is_crowded(std::size_t tokens) const noexcept { return tokens > buckets_.size() * kMostPerBucket; }
  bool is_token(TokenId id, const Key& key) const noexcept;
  /// Gives it the memory that look-ups need.
  void prepare();
  TokenId find(const Key& key, const Bucket& bucket) const noexcept;
  TokenId add(const Key& key);
  void add_to_bucket(std::uint32_t hash, TokenId id) noexcept;
  void rehash(std::size_t size);
  template <typename See>
  void find_all(std::span<const Key> keys, See see);
  void update_budget() noexcept;

  Budget& budget_;
  base::HashSeeds seeds_;
  std::size_t in_budget_ = 0;
  base::MappedArray<Bucket> buckets_;
  base::MappedArray<char> bytes_;
  std::size_t size_ = 0;
};

}  // namespace sorani::count
