#include "count/table/vocabulary.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include <algorithm>
#include <array>
#include <bit>

namespace sorani::count {
namespace {

constexpr std::size_t kFirstBuckets = 32;
/// Keys whose memory is asked for before the first of them is looked at.
constexpr std::size_t kMostAtOnce = 128;
/// What it takes to put a token in order: a `TokenText` and its number.
constexpr std::size_t kSortingMemory = 36;

}  // namespace

#if defined(__SSE2__)
unsigned Lexicon::Bucket::places_of(std::uint32_t hash) const noexcept {
  const __m128i wanted = _mm_set1_epi32(static_cast<int>(hash));
  const auto* const found = reinterpret_cast<const __m128i*>(hashes.data());
  const __m128i low = _mm_cmpeq_epi32(_mm_load_si128(found), wanted);
  const __m128i high = _mm_cmpeq_epi32(_mm_load_si128(found + 1), wanted);
  const __m128i both = _mm_packs_epi16(_mm_packs_epi32(low, high), _mm_setzero_si128());
  return static_cast<unsigned>(_mm_movemask_epi8(both));
}
#else
unsigned Lexicon::Bucket::places_of(std::uint32_t hash) const noexcept {
  unsigned places = 0;
  for (std::size_t i = 0; i < kBucketSize; ++i) places |= (hashes[i] == hash ? 1u : 0u) << i;
  return places;
}
#endif

void Lexicon::Bucket::add(std::uint32_t hash, TokenId id) noexcept {
  std::size_t place = 0;
  while (ids[place] != kNoToken) ++place;
  hashes[place] = hash;
  ids[place] = id;
}

bool Lexicon::reserve(std::size_t tokens, std::size_t bytes) {
  const std::size_t needed = std::max(bytes_.size(), kFirst) + bytes + tokens * (sizeof(Entry) + kUnit) + kSlack;
  if (needed > kMaxBytes) return false;
  if (needed > bytes_.capacity()) {
    const std::size_t left = budget_.left() + bytes_.memory();
    std::size_t size = base::MappedMemory::rounded(std::max(needed, bytes_.capacity() + bytes_.capacity() / 2));
    if (size > left) size = base::MappedMemory::rounded(needed + bytes_.capacity() / 16);
    if (size > left) return false;
    bytes_.reserve(size);
    update_budget();
  }
  if (is_crowded(size_ + tokens)) {
    // The old buckets and the new are there together for a moment.
    const std::size_t least = buckets_for(size_ + tokens);
    const std::size_t left = budget_.left() / sizeof(Bucket);
    std::size_t size = std::max({2 * buckets_.size(), least + least / 2, kFirstBuckets});
    if (size > left) size = left;
    if (size < least + least / 8) return false;
    rehash(size);
  }
  return tokens * kSortingMemory <= budget_.left();
}

// One jump for all the ways to differ, since each would be guessed wrong now and then.
inline bool Lexicon::is_token(TokenId id, const Key& key) const noexcept {
  const std::uint32_t length = entry(id).length;
  const char* const text = bytes_.data() + id * kUnit + sizeof(Entry);
  const base::Block head = base::load_block(text);
  const base::Block tail = base::load_block(text + base::tail_offset(length));
  const std::uint64_t difference = (length ^ key.length) | (head.low ^ key.edges.head.low) |
                                   (head.high ^ key.edges.head.high) | (tail.low ^ key.edges.tail.low) |
                                   (tail.high ^ key.edges.tail.high);
  if (difference != 0) return false;
  if (key.length <= 2 * base::kBlockSize) [[likely]]
    return true;
  return std::memcmp(text + base::kBlockSize, key.data + base::kBlockSize, key.length - 2 * base::kBlockSize) == 0;
}

void Lexicon::prepare() {
  if (!buckets_.empty()) return;
  // Where the number of no token points, too, there is something to read.
  bytes_.reserve(kFirst + kSlack);
  rehash(kFirstBuckets);
}

TokenId Lexicon::find(const Key& key, const Bucket& bucket) const noexcept {
  for (unsigned places = bucket.places_of(key.hash); places != 0; places &= places - 1) {
    const TokenId id = bucket.ids[static_cast<std::size_t>(std::countr_zero(places))];
    if (is_token(id, key)) return id;
  }
  return kNoToken;
}

TokenId Lexicon::find_or_add(const Key& key) {
  prepare();
  const std::size_t buckets = buckets_.size();
  for (std::size_t at = base::slot_of(key.hash, buckets);; at = at + 1 == buckets ? 0 : at + 1) {
    const Bucket& bucket = buckets_[at];
    if (const TokenId id = find(key, bucket); id != kNoToken) return id;
    if (!bucket.is_full()) return add(key);
  }
}

// Two places of memory for each key, all on their way before the first is looked at.
template <typename See>
void Lexicon::find_all(std::span<const Key> keys, See see) {
  prepare();
  std::array<TokenId, kMostAtOnce> likely;
  for (; !keys.empty(); keys = keys.subspan(std::min(keys.size(), kMostAtOnce))) {
    const std::span<const Key> some = keys.first(std::min(keys.size(), kMostAtOnce));
    const std::size_t buckets = buckets_.size();
    for (const Key& key : some) __builtin_prefetch(&buckets_[base::slot_of(key.hash, buckets)]);
    for (std::size_t i = 0; i < some.size(); ++i) {
      const Bucket& bucket = buckets_[base::slot_of(some[i].hash, buckets)];
      // A place of the bucket in any case; if there is none with this hash, it will not be the token.
      const unsigned places = bucket.places_of(some[i].hash) | 1u << (kBucketSize - 1);
      likely[i] = bucket.ids[static_cast<std::size_t>(std::countr_zero(places))];
      // An entry of usual length may lie in two lines of the cache.
      __builtin_prefetch(bytes_.data() + likely[i] * kUnit, 1);
      __builtin_prefetch(bytes_.data() + likely[i] * kUnit + 2 * kUnit, 1);
    }
    for (std::size_t i = 0; i < some.size(); ++i) {
      see(likely[i] != kNoToken && is_token(likely[i], some[i]) ? likely[i] : find_or_add(some[i]));
    }
  }
}

void Lexicon::find_or_add(std::span<const Key> keys, TokenId* ids) {
  find_all(keys, [&](TokenId id) { *ids++ = id; });
}

void Lexicon::count(std::span<const Key> keys) {
  find_all(keys, [&](TokenId id) { ++entry(id).count; });
}

void Lexicon::absorb(Lexicon& other) {
  std::array<Key, kMostAtOnce> keys;
  std::array<TokenId, kMostAtOnce> theirs;
  std::array<TokenId, kMostAtOnce> ours;
  std::size_t size = 0;
  const auto take = [&] {
    find_or_add(std::span(keys).first(size), ours.data());
    for (std::size_t i = 0; i < size; ++i) {
      Entry& old = other.entry(theirs[i]);
      entry(ours[i]).count += old.count;
      old.alias = ours[i];
    }
    size = 0;
  };
  other.for_each([&](TokenId id) {
    theirs[size] = id;
    keys[size] = make_key(other.text(id), other.entry(id).length + kSlack, seeds_);
    if (++size == kMostAtOnce) take();
  });
  take();
}

TokenId Lexicon::add(const Key& key) {
  const std::size_t at = std::max(bytes_.size(), kFirst);
  const std::size_t size = entry_size(key.length);
  if (at + size > kMaxBytes) throw Error("too many tokens to hold");
  if (at + size + kSlack > bytes_.capacity()) bytes_.reserve(at + size + kSlack + bytes_.capacity() / 2);
  bytes_.resize(at + size);
  const auto id = static_cast<TokenId>(at / kUnit);
  entry(id) = {0, kNoToken, key.length};
  char* const text = bytes_.data() + at + sizeof(Entry);
  // The zeros of the head are those behind the token.
  std::memcpy(text, &key.edges.head, base::kBlockSize);
  if (key.length > base::kBlockSize)
    std::memcpy(text + base::kBlockSize, key.data + base::kBlockSize, key.length - base::kBlockSize);
  ++size_;
  if (is_crowded(size_)) rehash(2 * buckets_.size());
  add_to_bucket(key.hash, id);
  update_budget();
  return id;
}

void Lexicon::add_to_bucket(std::uint32_t hash, TokenId id) noexcept {
  std::size_t at = base::slot_of(hash, buckets_.size());
  while (buckets_[at].is_full()) at = at + 1 == buckets_.size() ? 0 : at + 1;
  buckets_[at].add(hash, id);
}

void Lexicon::rehash(std::size_t size) {
  base::MappedArray<Bucket> old;
  std::swap(old, buckets_);
  buckets_.resize(size);
  for (const Bucket& bucket : old) {
    for (std::size_t i = 0; i < kBucketSize && bucket.ids[i] != kNoToken; ++i) {
      add_to_bucket(bucket.hashes[i], bucket.ids[i]);
    }
  }
  update_budget();
}

void Lexicon::update_budget() noexcept {
  budget_.remove(in_budget_);
  in_budget_ = buckets_.memory() + bytes_.memory() + size_ * kSortingMemory;
  budget_.add(in_budget_);
}

void Lexicon::release() noexcept {
  buckets_.release();
  bytes_.release();
  size_ = 0;
  update_budget();
}

void Lexicon::release_buckets() noexcept {
  buckets_.release();
  update_budget();
}

}  // namespace sorani::count
