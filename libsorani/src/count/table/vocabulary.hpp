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

/// The number of a token in its vocabulary: the offset of its entry, in units of `Vocabulary::kAlignment` bytes. Valid
/// until the vocabulary is released.
using TokenId = std::uint32_t;

/// Numbers that no token has: no token, and the alias of a token that is not counted.
inline constexpr TokenId kNoToken = 0;
inline constexpr TokenId kDroppedToken = 1;

inline constexpr std::size_t kMaxToken = std::numeric_limits<std::uint32_t>::max();

/// A token prepared for look-up: its hash, and its first and last 16 bytes for comparing without a loop.
struct Key {
  base::KeyEdges edges;
  const char* data;
  std::uint32_t length;
  std::uint32_t hash;
};

/// `readable` is how many bytes may be read from the start of `token`, at least its size. Throws `Error` for a token of
/// 4 GiB or more.
inline Key make_key(std::string_view token, std::size_t readable, const base::HashSeeds& seeds) {
  if (token.size() >= kMaxToken) throw Error("a token of 4 GiB or more");
  const base::KeyEdges edges = base::load_key_edges(token.data(), token.size(), readable);
  const std::uint32_t hash = base::hash_key(edges, token.data(), token.size(), seeds);
  return {edges, token.data(), static_cast<std::uint32_t>(token.size()), hash};
}

/// The distinct tokens and their counts: a hash table with one-cache-line buckets over an array of entries.
///
/// An entry is a header (count, alias, length) followed by the token's bytes, in units of 16 bytes; entries are
/// appended to one array, and a `TokenId` is an offset into it. A bucket holds up to eight 32-bit hashes and numbers; a
/// full bucket overflows into the next one (linear probing by buckets). The hash is compared in all eight slots at once
/// (SSE2), then the token: length, first and last 16 bytes without branches, the middle of tokens over 32 bytes by
/// memcmp. So a look-up takes two cache misses, bucket and entry; for a batch of keys all buckets are prefetched, then
/// all entries, so that the misses overlap. The buckets are doubled when they hold over six tokens on average; hashes
/// are stored, so rehashing reads no token. Hashes are seeded per process, so that no text can be made of collisions.
class Vocabulary {
 public:
  struct Entry {
    std::uint64_t count;
    /// While counting: the token that it is counted as (see `NgramCounter::Impl::alias_of`), kNoToken if not known yet.
    /// While another vocabulary absorbs this one: the token's number there. After `CountTables::sort`: its rank.
    std::uint32_t alias;
    std::uint32_t length;
  };

  Vocabulary(Budget& budget, const base::HashSeeds& seeds) : budget_(budget), seeds_(seeds) {}
  Vocabulary(const Vocabulary&) = delete;
  Vocabulary& operator=(const Vocabulary&) = delete;
  Vocabulary(Vocabulary&&) = delete;
  Vocabulary& operator=(Vocabulary&&) = delete;
  ~Vocabulary() { release(); }

  /// Reserves memory for `tokens` more tokens of `bytes` bytes in all; false if the budget does not allow it.
  bool reserve(std::size_t tokens, std::size_t bytes);

  /// The seeds that keys must be hashed with.
  const base::HashSeeds& seeds() const noexcept { return seeds_; }

  /// Writes the numbers of the tokens to `ids`; new tokens are added even beyond the budget.
  void find_or_add(std::span<const Key> keys, TokenId* ids);
  TokenId find_or_add(const Key& key);
  /// As `find_or_add`, and adds 1 to the count of each.
  void count(std::span<const Key> keys);

  /// The reference is valid until a token is added.
  Entry& entry(TokenId id) noexcept { return *reinterpret_cast<Entry*>(bytes_.data() + id * kAlignment); }
  const Entry& entry(TokenId id) const noexcept {
    return *reinterpret_cast<const Entry*>(bytes_.data() + id * kAlignment);
  }
  std::string_view text(TokenId id) const noexcept {
    return {bytes_.data() + id * kAlignment + sizeof(Entry), entry(id).length};
  }

  /// Adds all tokens of `other` with their counts, and sets the alias of each entry of `other` to its number here.
  void absorb(Vocabulary& other);

  std::size_t size() const noexcept { return size_; }

  /// Calls `visit(TokenId)` for each token, in the order in which they were added.
  template <typename Visitor>
  void for_each(Visitor&& visit) const {
    for (std::size_t at = kFirstOffset; at < bytes_.size();) {
      const auto id = static_cast<TokenId>(at / kAlignment);
      at += entry_size(entry(id).length);
      visit(id);
    }
  }

  /// Removes all tokens and frees their memory.
  void release() noexcept;
  /// Frees the hash table. There may be no look-up afterwards, until `release`.
  void release_buckets() noexcept;

 private:
  static constexpr std::size_t kBucketSize = 8;

  /// Slots are filled from the front; a full bucket overflows into the next.
  struct alignas(64) Bucket {
    std::array<std::uint32_t, kBucketSize> hashes;
    std::array<TokenId, kBucketSize> ids;

    bool is_full() const noexcept { return ids.back() != kNoToken; }
    /// A bit mask of the slots that hold `hash`, which is not 0.
    unsigned matching_slots(std::uint32_t hash) const noexcept;
    void add(std::uint32_t hash, TokenId id) noexcept;
  };

  static constexpr std::size_t kAlignment = 16;
  static constexpr std::size_t kFirstOffset = 2 * kAlignment;  // kNoToken and kDroppedToken are no tokens
  static constexpr std::size_t kMaxBytes = kAlignment << 31;
  static constexpr std::size_t kMaxMeanLoad = 6;  // on average
  static constexpr std::size_t kSlack = 64;       // readable bytes behind the last token

  static std::size_t entry_size(std::size_t length) noexcept {
    // At least one unit, even for the empty token: 16 bytes of the key are always written.
    return sizeof(Entry) + (length + kAlignment - (length != 0 ? 1 : 0)) / kAlignment * kAlignment;
  }
  static constexpr std::size_t buckets_for(std::size_t tokens) noexcept { return tokens / kMaxMeanLoad + 1; }
  bool is_overloaded(std::size_t tokens) const noexcept { return tokens > buckets_.size() * kMaxMeanLoad; }
  bool is_token(TokenId id, const Key& key) const noexcept;
  /// Allocates the hash table if there is none.
  void prepare();
  TokenId find(const Key& key, const Bucket& bucket) const noexcept;
  TokenId add(const Key& key);
  void add_to_bucket(std::uint32_t hash, TokenId id) noexcept;
  void rehash(std::size_t size);
  template <typename Visitor>
  void find_all(std::span<const Key> keys, Visitor visit);
  void update_budget() noexcept;

  Budget& budget_;
  base::HashSeeds seeds_;
  std::size_t in_budget_ = 0;
  base::MappedArray<Bucket> buckets_;
  base::MappedArray<char> bytes_;
  std::size_t size_ = 0;
};

}  // namespace sorani::count
