#include "count/token_order.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <utility>

namespace sorani::count {
namespace {

/// A token with its first bytes, so that most comparisons need not look at it.
struct Item {
  std::uint64_t high;
  std::uint32_t low;
  TokenId id;
};

constexpr std::uint64_t big_endian(std::uint64_t value) noexcept {
  static_assert(std::endian::native == std::endian::little);
  return __builtin_bswap64(value);
}

Item make_item(const Lexicon& lexicon, TokenId id) {
  // A token is followed by zeros up to 16 bytes.
  const char* const text = lexicon.text(id).data();
  return {big_endian(load64(text)), static_cast<std::uint32_t>(big_endian(load64(text + 8)) >> 32), id};
}

class ByKey {
 public:
  explicit ByKey(const Lexicon& lexicon) : lexicon_(lexicon) {}
  bool operator()(const Item& a, const Item& b) const noexcept {
    if (a.high != b.high) return a.high < b.high;
    if (a.low != b.low) return a.low < b.low;
    return lexicon_.text(a.id) < lexicon_.text(b.id);
  }

 private:
  const Lexicon& lexicon_;
};

/// Up to so many items are sorted by comparing.
constexpr std::size_t kFew = 2048;
constexpr std::size_t kDigits = 6;

/// A part of the first bytes of a token: two bytes, which is a letter of ours; the last part has number 0.
std::size_t digit(const Item& item, std::size_t number) noexcept {
  return number < 2 ? item.low >> 16 * number & 0xFFFFu : item.high >> 16 * (number - 2) & 0xFFFFu;
}

/// For each value of a digit, the items that have it; then, the place of the next one that is dealt out.
using Places = std::array<std::uint32_t, std::size_t{1} << 16>;

/// By what an item holds of its token, from the last digit to the first, then by the rest of it.
void sort_by_key(const Lexicon& lexicon, PagedArray<Item>& items) {
  if (items.size() <= kFew) {
    std::sort(items.begin(), items.end(), ByKey(lexicon));
    return;
  }
  PagedArray<Places> places;
  places.resize(kDigits);
  for (const Item& item : items) {
    for (std::size_t number = 0; number < kDigits; ++number) ++places[number][digit(item, number)];
  }
  PagedArray<Item> dealt;
  dealt.resize(items.size());
  for (std::size_t number = 0; number < kDigits; ++number) {
    std::uint32_t before = 0;
    for (std::uint32_t& place : places[number]) before += std::exchange(place, before);
    for (const Item& item : items) dealt[places[number][digit(item, number)]++] = item;
    std::swap(items, dealt);
  }
  const auto is_like = [](const Item& a, const Item& b) { return a.high == b.high && a.low == b.low; };
  for (Item* from = items.begin(); from != items.end();) {
    Item* to = from + 1;
    while (to != items.end() && is_like(*from, *to)) ++to;
    if (to - from > 1) std::sort(from, to, ByKey(lexicon));
    from = to;
  }
}

PagedArray<Item> items_by_key(const Lexicon& lexicon, std::uint64_t min_count) {
  PagedArray<Item> items;
  items.reserve(lexicon.size());
  lexicon.for_each([&](TokenId id) {
    if (lexicon.entry(id).count >= min_count) items.push_back(make_item(lexicon, id));
  });
  sort_by_key(lexicon, items);
  return items;
}

/// Counts from here on are sorted by comparing.
constexpr std::uint64_t kManyTimes = 4096;

}  // namespace

PagedArray<TokenId> tokens_by_key(const Lexicon& lexicon, std::uint64_t min_count) {
  PagedArray<Item> items = items_by_key(lexicon, min_count);
  PagedArray<TokenId> ids;
  ids.reserve(items.size());
  for (const Item& item : items) ids.push_back(item.id);
  return ids;
}

// Most tokens have one of a few small counts: they are dealt out by it, and stay in order among their like.
PagedArray<TokenId> tokens_by_count(const Lexicon& lexicon, std::uint64_t min_count) {
  PagedArray<TokenId> ids = tokens_by_key(lexicon, min_count);
  std::array<std::size_t, kManyTimes + 1> ends{};
  const auto pile = [&](TokenId id) {
    return static_cast<std::size_t>(kManyTimes - std::min(lexicon.entry(id).count, kManyTimes));
  };
  lexicon.for_each([&](TokenId id) {
    if (lexicon.entry(id).count >= min_count) ++ends[pile(id)];
  });
  std::size_t size = 0;
  for (std::size_t& end : ends) {
    const std::size_t in_pile = end;
    end = size;
    size += in_pile;
  }
  PagedArray<TokenId> dealt;
  dealt.resize(ids.size());
  for (const TokenId id : ids) dealt[ends[pile(id)]++] = id;
  std::stable_sort(dealt.begin(), dealt.begin() + ends[0],
                   [&](TokenId a, TokenId b) { return lexicon.entry(a).count > lexicon.entry(b).count; });
  return dealt;
}

}  // namespace sorani::count
