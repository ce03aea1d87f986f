#include "count/table/vocabulary.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include <algorithm>
#include <array>
#include <bit>

namespace sorani::count {
namespace {

constexpr std::size_t kInitialWordBuckets = 32;
/// Keys that are prefetched together, before the first of them is compared.
constexpr std::size_t kPrefetchBatch = 128;
/// Memory that sorting will take per token (a `TokenText` of 32 bytes and a `TokenId`): reserved while counting.
constexpr std::size_t kSortBytesPerToken = 36;

}  // namespace

#if defined(__SSE2__)
unsigned Vocabulary::Bucket::matching_slots(std::uint32_t hash) const noexcept {
  const __m128i wanted = _mm_set1_epi32(static_cast<int>(hash));
  const auto* const found = reinterpret_cast<const __m128i*>(hashes.data());
  const __m128i low = _mm_cmpeq_epi32(_mm_load_si128(found), wanted);
  const __m128i high = _mm_cmpeq_epi32(_mm_load_si128(found + 1), wanted);
  const __m128i both = _mm_packs_epi16(_mm_packs_epi32(low, high), _mm_setzero_si128());
  return static_cast<unsigned>(_mm_movemask_epi8(both));
}
#else
unsigned Vocabulary::Bucket::matching_slots(std::uint32_t hash) const noexcept {
  unsigned slots = 0;
  for (std::size_t i = 0; i < kBucketSize; ++i) slots |= (hashes[i] == hash ? 1u : 0u) << i;
  return slots;
}
#endif

void Vocabulary::Bucket::add(std::uint32_t hash, TokenId id) noexcept {
  std::size_t slot = 0;
  while (ids[slot] != kNoToken) ++slot;
  hashes[slot] = hash;
  ids[slot] = id;
}

bool Vocabulary::reserve(std::size_t tokens, std::size_t bytes) {
  const std::size_t needed =
      std::max(bytes_.size(), kFirstOffset) + bytes + tokens * (sizeof(Entry) + kAlignment) + kSlack;
  if (needed > kMaxBytes) return false;
  if (needed > bytes_.capacity()) {
    const std::size_t left = budget_.left() + bytes_.memory();
    std::size_t size = base::MappedMemory::rounded(std::max(needed, bytes_.capacity() + bytes_.capacity() / 2));
    if (size > left) size = base::MappedMemory::rounded(needed + bytes_.capacity() / 16);
    if (size > left) return false;
    bytes_.reserve(size);
    update_budget();
  }
  if (is_overloaded(size_ + tokens)) {
    // Rehashing holds the old and the new buckets at the same time.
    const std::size_t least = buckets_for(size_ + tokens);
    const std::size_t left = budget_.left() / sizeof(Bucket);
    std::size_t size = std::max({2 * buckets_.size(), least + least / 2, kInitialWordBuckets});
    if (size > left) size = left;
    if (size < least + least / 8) return false;
    rehash(size);
  }
  return tokens * kSortBytesPerToken <= budget_.left();
}

// All differences are gathered into one branch: separate ones would each be mispredicted now and then.
inline bool Vocabulary::is_token(TokenId id, const Key& key) const noexcept {
  const std::uint32_t length = entry(id).length;
  const char* const text = bytes_.data() + id * kAlignment + sizeof(Entry);
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

void Vocabulary::prepare() {
  if (!buckets_.empty()) return;
  // The entry of kNoToken must be readable: `find_all` prefetches and compares without checking for it.
  bytes_.reserve(kFirstOffset + kSlack);
  rehash(kInitialWordBuckets);
}

TokenId Vocabulary::find(const Key& key, const Bucket& bucket) const noexcept {
  for (unsigned slots = bucket.matching_slots(key.hash); slots != 0; slots &= slots - 1) {
    const TokenId id = bucket.ids[static_cast<std::size_t>(std::countr_zero(slots))];
    if (is_token(id, key)) return id;
  }
  return kNoToken;
}

TokenId Vocabulary::find_or_add(const Key& key) {
  prepare();
  const std::size_t buckets = buckets_.size();
  for (std::size_t at = base::slot_of(key.hash, buckets);; at = at + 1 == buckets ? 0 : at + 1) {
    const Bucket& bucket = buckets_[at];
    if (const TokenId id = find(key, bucket); id != kNoToken) return id;
    if (!bucket.is_full()) return add(key);
  }
}

// Three passes over a batch: prefetch the buckets; choose a candidate of each bucket by hash and prefetch its entry;
// compare. A key whose candidate is another token (the key is new, its bucket overflowed, hashes are equal) is looked
// up again by `find_or_add`.
template <typename Visitor>
void Vocabulary::find_all(std::span<const Key> keys, Visitor visit) {
  prepare();
  std::array<TokenId, kPrefetchBatch> candidates;
  for (; !keys.empty(); keys = keys.subspan(std::min(keys.size(), kPrefetchBatch))) {
    const std::span<const Key> some = keys.first(std::min(keys.size(), kPrefetchBatch));
    const std::size_t buckets = buckets_.size();
    for (const Key& key : some) __builtin_prefetch(&buckets_[base::slot_of(key.hash, buckets)]);
    for (std::size_t i = 0; i < some.size(); ++i) {
      const Bucket& bucket = buckets_[base::slot_of(some[i].hash, buckets)];
      // If no slot has this hash, the last one stands in, branch-free; its token will not be equal.
      const unsigned slots = bucket.matching_slots(some[i].hash) | 1u << (kBucketSize - 1);
      candidates[i] = bucket.ids[static_cast<std::size_t>(std::countr_zero(slots))];
      // An entry of usual length may cross a cache line.
      __builtin_prefetch(bytes_.data() + candidates[i] * kAlignment, 1);
      __builtin_prefetch(bytes_.data() + candidates[i] * kAlignment + 2 * kAlignment, 1);
    }
    for (std::size_t i = 0; i < some.size(); ++i) {
      visit(candidates[i] != kNoToken && is_token(candidates[i], some[i]) ? candidates[i] : find_or_add(some[i]));
    }
  }
}

void Vocabulary::find_or_add(std::span<const Key> keys, TokenId* ids) {
  find_all(keys, [&](TokenId id) { *ids++ = id; });
}

void Vocabulary::count(std::span<const Key> keys) {
  find_all(keys, [&](TokenId id) { ++entry(id).count; });
}

void Vocabulary::absorb(Vocabulary& other) {
  std::array<Key, kPrefetchBatch> keys;
  std::array<TokenId, kPrefetchBatch> theirs;
  std::array<TokenId, kPrefetchBatch> ours;
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
    if (++size == kPrefetchBatch) take();
  });
  take();
}

TokenId Vocabulary::add(const Key& key) {
  const std::size_t at = std::max(bytes_.size(), kFirstOffset);
  const std::size_t size = entry_size(key.length);
  if (at + size > kMaxBytes) throw Error("too many tokens to hold");
  if (at + size + kSlack > bytes_.capacity()) bytes_.reserve(at + size + kSlack + bytes_.capacity() / 2);
  bytes_.resize(at + size);
  const auto id = static_cast<TokenId>(at / kAlignment);
  entry(id) = {0, kNoToken, key.length};
  char* const text = bytes_.data() + at + sizeof(Entry);
  // The head block is padded with zeros, which `token_order.cpp` relies on.
  std::memcpy(text, &key.edges.head, base::kBlockSize);
  if (key.length > base::kBlockSize)
    std::memcpy(text + base::kBlockSize, key.data + base::kBlockSize, key.length - base::kBlockSize);
  ++size_;
  if (is_overloaded(size_)) rehash(2 * buckets_.size());
  add_to_bucket(key.hash, id);
  update_budget();
  return id;
}

void Vocabulary::add_to_bucket(std::uint32_t hash, TokenId id) noexcept {
  std::size_t at = base::slot_of(hash, buckets_.size());
  while (buckets_[at].is_full()) at = at + 1 == buckets_.size() ? 0 : at + 1;
  buckets_[at].add(hash, id);
}

void Vocabulary::rehash(std::size_t size) {
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

void Vocabulary::update_budget() noexcept {
  budget_.remove(in_budget_);
  in_budget_ = buckets_.memory() + bytes_.memory() + size_ * kSortBytesPerToken;
  budget_.add(in_budget_);
}

void Vocabulary::release() noexcept {
  buckets_.release();
  bytes_.release();
  size_ = 0;
  update_budget();
}

void Vocabulary::release_buckets() noexcept {
  buckets_.release();
  update_budget();
}

}  // namespace sorani::count
