#include "count/sort/token_order.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <type_traits>
#include <utility>

#include "base/memory.hpp"

namespace sorani::count {
namespace {

/// A token with its first bytes, so that most comparisons need not look at it.
struct Item {
  std::uint64_t high;
  std::uint32_t low;
  TokenId id;
};

Item make_item(const Lexicon& lexicon, TokenId id) {
  // A token is followed by zeros up to 16 bytes.
  const char* const text = lexicon.text(id).data();
  return {base::to_big_endian(base::load64(text)),
          static_cast<std::uint32_t>(base::to_big_endian(base::load64(text + 8)) >> 32), id};
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

/// A lexicon of up to so many tokens is sorted by comparing them, and so is a pile of so few.
constexpr std::size_t kFewTokens = 2048;
constexpr std::size_t kFew = 48;
constexpr std::size_t kItemBytes = 12;

/// Tokens whose memory is asked for before they are looked at.
constexpr std::size_t kAhead = 16;

/// The first two bytes of a token, which is the first letter of a word of ours.
std::size_t first_letter(const Lexicon& lexicon, TokenId id) noexcept {
  return base::to_big_endian(base::load64(lexicon.text(id).data())) >> 48;
}

/// One of the bytes of a token that an item holds; the last of them has number 0.
std::size_t byte(const Item& item, std::size_t number) noexcept {
  return number < 4 ? item.low >> 8 * number & 0xFFu : item.high >> 8 * (number - 4) & 0xFFu;
}

/// Makes of how many items each pile has where it begins, and tells how many there are in all.
template <typename Piles>
auto to_begins(Piles& piles) {
  std::remove_cvref_t<decltype(*piles.begin())> size = 0;
  for (auto& pile : piles) size += std::exchange(pile, size);
  return size;
}

/// Sorts items that begin with the same letter: byte by byte from the last to the first, then by the rest of the token.
void sort_pile(const Lexicon& lexicon, std::span<Item> items, base::MappedArray<Item>& scratch) {
  if (items.size() <= kFew) {
    std::sort(items.begin(), items.end(), ByKey(lexicon));
    return;
  }
  std::array<std::array<std::uint32_t, 256>, kItemBytes - 2> places{};
  for (const Item& item : items) {
    for (std::size_t number = 0; number < places.size(); ++number) ++places[number][byte(item, number)];
  }
  scratch.resize(items.size());
  std::span<Item> from = items;
  std::span<Item> to(scratch.data(), items.size());
  for (std::size_t number = 0; number < places.size(); ++number) {
    if (places[number][byte(from.front(), number)] == items.size()) continue;
    to_begins(places[number]);
    for (const Item& item : from) to[places[number][byte(item, number)]++] = item;
    std::swap(from, to);
  }
  if (from.data() != items.data()) std::copy(from.begin(), from.end(), items.begin());
  const auto is_like = [](const Item& a, const Item& b) { return a.high == b.high && a.low == b.low; };
  for (std::size_t begin = 0; begin < items.size();) {
    std::size_t end = begin + 1;
    while (end < items.size() && is_like(items[begin], items[end])) ++end;
    if (end - begin > 1) std::sort(items.data() + begin, items.data() + end, ByKey(lexicon));
    begin = end;
  }
}

/// Calls `see(TokenId)` for each token that counts enough.
template <typename See>
void for_each_wanted(const Lexicon& lexicon, std::uint64_t min_count, See&& see) {
  lexicon.for_each([&](TokenId id) {
    if (lexicon.entry(id).count >= min_count) see(id);
  });
}

/// Sorts tokens that begin with the same letter. Their items need room for one pile only, which mostly stays in the
/// caches of the processor.
void sort_ids(const Lexicon& lexicon, std::span<TokenId> ids, base::MappedArray<Item>& items,
              base::MappedArray<Item>& scratch) {
  items.resize(ids.size());
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (i + kAhead < ids.size()) __builtin_prefetch(lexicon.text(ids[i + kAhead]).data());
    items[i] = make_item(lexicon, ids[i]);
  }
  sort_pile(lexicon, {items.data(), ids.size()}, scratch);
  for (std::size_t i = 0; i < ids.size(); ++i) ids[i] = items[i].id;
}

/// Counts from here on are sorted by comparing.
constexpr std::uint64_t kManyTimes = 4096;

}  // namespace

base::MappedArray<TokenId> tokens_by_key(const Lexicon& lexicon, std::uint64_t min_count) {
  base::MappedArray<TokenId> ids;
  if (lexicon.size() <= kFewTokens) {
    for_each_wanted(lexicon, min_count, [&](TokenId id) { ids.push_back(id); });
    std::sort(ids.begin(), ids.end(), [&](TokenId a, TokenId b) { return lexicon.text(a) < lexicon.text(b); });
    return ids;
  }
  base::MappedArray<std::uint32_t>
      ends;  // of the piles of tokens that begin with the same letter, once these are dealt out
  ends.resize(std::size_t{1} << 16);
  for_each_wanted(lexicon, min_count, [&](TokenId id) { ++ends[first_letter(lexicon, id)]; });
  ids.resize(to_begins(ends));
  for_each_wanted(lexicon, min_count, [&](TokenId id) { ids[ends[first_letter(lexicon, id)]++] = id; });
  base::MappedArray<Item> items;
  base::MappedArray<Item> scratch;
  std::size_t begin = 0;
  for (const std::size_t end : ends) {
    if (end > begin) sort_ids(lexicon, {ids.data() + begin, end - begin}, items, scratch);
    begin = end;
  }
  return ids;
}

// Most tokens have one of a few small counts: they are dealt out by it, and stay in order among their like.
base::MappedArray<TokenId> tokens_by_count(const Lexicon& lexicon, std::uint64_t min_count) {
  const base::MappedArray<TokenId> ids = tokens_by_key(lexicon, min_count);
  std::array<std::size_t, kManyTimes + 1> ends{};
  const auto pile = [&](TokenId id) {
    return static_cast<std::size_t>(kManyTimes - std::min(lexicon.entry(id).count, kManyTimes));
  };
  for_each_wanted(lexicon, min_count, [&](TokenId id) { ++ends[pile(id)]; });
  to_begins(ends);
  base::MappedArray<TokenId> dealt;
  dealt.resize(ids.size());
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (i + kAhead < ids.size()) __builtin_prefetch(&lexicon.entry(ids[i + kAhead]));
    dealt[ends[pile(ids[i])]++] = ids[i];
  }
  std::stable_sort(dealt.begin(), dealt.begin() + ends[0],
                   [&](TokenId a, TokenId b) { return lexicon.entry(a).count > lexicon.entry(b).count; });
  return dealt;
}

}  // namespace sorani::count
