#include "count/sort/token_order.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <type_traits>
#include <utility>

#include "base/memory.hpp"

// Sorting the vocabulary by bytes is an MSD radix sort of one level with an LSD radix sort inside:
//   1. Counting sort of the token numbers by the first two bytes, which are the first letter of a Sorani word: 65536
//      buckets.
//   2. For each bucket, make items (the first 12 bytes of each token as big-endian numbers, and its number). LSD radix
//      sort of the items by bytes 2 to 11, one counting sort per byte, skipping bytes that are equal in all items.
//   3. Items that are equal in all 12 bytes are sorted by comparing whole tokens.
// Items exist for one bucket at a time, so they mostly fit into the processor's caches. Small buckets and small
// vocabularies are sorted by comparison instead, which costs less than clearing the counts.
// Sorting by count is one more counting sort of that result, which is stable, so that ties stay in the order of bytes.
namespace sorani::count {
namespace {

/// A token with its first 12 bytes, which decide most comparisons without reading the token.
struct Item {
  std::uint64_t high;
  std::uint32_t low;
  TokenId id;
};

Item make_item(const Vocabulary& vocabulary, TokenId id) {
  // The vocabulary pads a token with zeros to at least 16 bytes.
  const char* const text = vocabulary.text(id).data();
  return {base::prefix_key(text), static_cast<std::uint32_t>(base::prefix_key(text + 8) >> 32), id};
}

class ByKey {
 public:
  explicit ByKey(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}
  bool operator()(const Item& a, const Item& b) const noexcept {
    if (a.high != b.high) return a.high < b.high;
    if (a.low != b.low) return a.low < b.low;
    return vocabulary_.text(a.id) < vocabulary_.text(b.id);
  }

 private:
  const Vocabulary& vocabulary_;
};

/// Largest vocabulary sorted by comparison: below, scanning the 65536 buckets costs more than it saves.
constexpr std::size_t kMaxComparisonSortVocabulary = 2048;
/// Largest bucket sorted by comparison: below, clearing ten arrays of 256 counts costs more than it saves.
constexpr std::size_t kMaxComparisonSort = 48;
constexpr std::size_t kPrefixBytes = 12;

/// Tokens between the prefetch of an entry and its use: entries are in the order of their first occurrence, not sorted.
constexpr std::size_t kPrefetchDistance = 16;

/// The first two bytes of a token as a number: one letter of the Arabic script.
std::size_t first_two_bytes(const Vocabulary& vocabulary, TokenId id) noexcept {
  return base::prefix_key(vocabulary.text(id).data()) >> 48;
}

/// One of the 12 bytes in an item, numbered from the last (0) to the first (11).
std::size_t byte(const Item& item, std::size_t number) noexcept {
  return number < 4 ? item.low >> 8 * number & 0xFFu : item.high >> 8 * (number - 4) & 0xFFu;
}

/// Exclusive prefix sum: bucket sizes to offsets. Returns the sum of the sizes.
template <typename Counts>
auto to_offsets(Counts& buckets) {
  std::remove_cvref_t<decltype(*buckets.begin())> size = 0;
  for (auto& bucket : buckets) size += std::exchange(bucket, size);
  return size;
}

/// Sorts items that share their first two bytes: steps 2 and 3 above.
void sort_bucket(const Vocabulary& vocabulary, std::span<Item> items, base::MappedArray<Item>& scratch) {
  if (items.size() <= kMaxComparisonSort) {
    std::sort(items.begin(), items.end(), ByKey(vocabulary));
    return;
  }
  std::array<std::array<std::uint32_t, 256>, kPrefixBytes - 2> offsets{};
  for (const Item& item : items) {
    for (std::size_t number = 0; number < offsets.size(); ++number) ++offsets[number][byte(item, number)];
  }
  scratch.resize(items.size());
  std::span<Item> from = items;
  std::span<Item> to(scratch.data(), items.size());
  for (std::size_t number = 0; number < offsets.size(); ++number) {
    if (offsets[number][byte(from.front(), number)] == items.size()) continue;
    to_offsets(offsets[number]);
    for (const Item& item : from) to[offsets[number][byte(item, number)]++] = item;
    std::swap(from, to);
  }
  if (from.data() != items.data()) std::copy(from.begin(), from.end(), items.begin());
  const auto is_equal_prefix = [](const Item& a, const Item& b) { return a.high == b.high && a.low == b.low; };
  for (std::size_t begin = 0; begin < items.size();) {
    std::size_t end = begin + 1;
    while (end < items.size() && is_equal_prefix(items[begin], items[end])) ++end;
    if (end - begin > 1) std::sort(items.data() + begin, items.data() + end, ByKey(vocabulary));
    begin = end;
  }
}

/// Calls `visit(TokenId)` for each token that counts at least `min_count`.
template <typename Visitor>
void for_each_frequent(const Vocabulary& vocabulary, std::uint64_t min_count, Visitor&& visit) {
  vocabulary.for_each([&](TokenId id) {
    if (vocabulary.entry(id).count >= min_count) visit(id);
  });
}

/// Sorts tokens that share their first two bytes. `items` and `scratch` are reused from bucket to bucket.
void sort_ids(const Vocabulary& vocabulary, std::span<TokenId> ids, base::MappedArray<Item>& items,
              base::MappedArray<Item>& scratch) {
  items.resize(ids.size());
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (i + kPrefetchDistance < ids.size()) __builtin_prefetch(vocabulary.text(ids[i + kPrefetchDistance]).data());
    items[i] = make_item(vocabulary, ids[i]);
  }
  sort_bucket(vocabulary, {items.data(), ids.size()}, scratch);
  for (std::size_t i = 0; i < ids.size(); ++i) ids[i] = items[i].id;
}

/// Counts from here on share a bucket, which is sorted by comparison. N-gram counts follow Zipf's law: few are so high.
constexpr std::uint64_t kMaxBucketedCount = 4096;

}  // namespace

base::MappedArray<TokenId> tokens_by_key(const Vocabulary& vocabulary, std::uint64_t min_count) {
  base::MappedArray<TokenId> ids;
  if (vocabulary.size() <= kMaxComparisonSortVocabulary) {
    for_each_frequent(vocabulary, min_count, [&](TokenId id) { ids.push_back(id); });
    std::sort(ids.begin(), ids.end(), [&](TokenId a, TokenId b) { return vocabulary.text(a) < vocabulary.text(b); });
    return ids;
  }
  base::MappedArray<std::uint32_t> offsets;  // of the buckets by first two bytes; once tokens are moved, their ends
  offsets.resize(std::size_t{1} << 16);
  for_each_frequent(vocabulary, min_count, [&](TokenId id) { ++offsets[first_two_bytes(vocabulary, id)]; });
  ids.resize(to_offsets(offsets));
  for_each_frequent(vocabulary, min_count, [&](TokenId id) { ids[offsets[first_two_bytes(vocabulary, id)]++] = id; });
  base::MappedArray<Item> items;
  base::MappedArray<Item> scratch;
  std::size_t begin = 0;
  for (const std::size_t end : offsets) {
    if (end > begin) sort_ids(vocabulary, {ids.data() + begin, end - begin}, items, scratch);
    begin = end;
  }
  return ids;
}

// Bucket k holds the tokens that count kMaxBucketedCount - k; bucket 0 those of all higher counts too.
base::MappedArray<TokenId> tokens_by_count(const Vocabulary& vocabulary, std::uint64_t min_count) {
  const base::MappedArray<TokenId> ids = tokens_by_key(vocabulary, min_count);
  std::array<std::size_t, kMaxBucketedCount + 1> offsets{};
  const auto bucket = [&](TokenId id) {
    return static_cast<std::size_t>(kMaxBucketedCount - std::min(vocabulary.entry(id).count, kMaxBucketedCount));
  };
  for_each_frequent(vocabulary, min_count, [&](TokenId id) { ++offsets[bucket(id)]; });
  to_offsets(offsets);
  base::MappedArray<TokenId> sorted;
  sorted.resize(ids.size());
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (i + kPrefetchDistance < ids.size()) __builtin_prefetch(&vocabulary.entry(ids[i + kPrefetchDistance]));
    sorted[offsets[bucket(ids[i])]++] = ids[i];
  }
  std::stable_sort(sorted.begin(), sorted.begin() + offsets[0],
                   [&](TokenId a, TokenId b) { return vocabulary.entry(a).count > vocabulary.entry(b).count; });
  return sorted;
}

}  // namespace sorani::count
