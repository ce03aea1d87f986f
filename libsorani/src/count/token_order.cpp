#include "count/token_order.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>

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

PagedArray<TokenId> ids_of(PagedArray<Item>& items) {
  PagedArray<TokenId> ids;
  ids.reserve(items.size());
  for (const Item& item : items) ids.push_back(item.id);
  return ids;
}

/// Counts from here on are sorted by comparing.
constexpr std::uint64_t kManyTimes = 4096;

}  // namespace

PagedArray<TokenId> tokens_by_key(const Lexicon& lexicon, std::uint64_t min_count) {
  PagedArray<Item> items;
  items.reserve(lexicon.size());
  lexicon.for_each([&](TokenId id) {
    if (lexicon.entry(id).count >= min_count) items.push_back(make_item(lexicon, id));
  });
  std::sort(items.begin(), items.end(), ByKey(lexicon));
  return ids_of(items);
}

// Most tokens have one of a few small counts: they are dealt out by it, and then only sorted among their like.
PagedArray<TokenId> tokens_by_count(const Lexicon& lexicon, std::uint64_t min_count) {
  std::array<std::size_t, kManyTimes + 1> ends{};
  const auto pile = [](std::uint64_t count) {
    return static_cast<std::size_t>(kManyTimes - std::min(count, kManyTimes));
  };
  lexicon.for_each([&](TokenId id) {
    const std::uint64_t count = lexicon.entry(id).count;
    if (count >= min_count) ++ends[pile(count)];
  });
  std::size_t size = 0;
  for (std::size_t& end : ends) {
    const std::size_t in_pile = end;
    end = size;
    size += in_pile;
  }
  PagedArray<Item> items;
  items.resize(size);
  lexicon.for_each([&](TokenId id) {
    const std::uint64_t count = lexicon.entry(id).count;
    if (count >= min_count) items[ends[pile(count)]++] = make_item(lexicon, id);
  });
  const ByKey by_key(lexicon);
  std::sort(items.begin(), items.begin() + ends[0], [&](const Item& a, const Item& b) {
    const std::uint64_t count_a = lexicon.entry(a.id).count;
    const std::uint64_t count_b = lexicon.entry(b.id).count;
    return count_a != count_b ? count_a > count_b : by_key(a, b);
  });
  for (std::size_t i = 1; i < ends.size(); ++i) std::sort(items.begin() + ends[i - 1], items.begin() + ends[i], by_key);
  return ids_of(items);
}

}  // namespace sorani::count
