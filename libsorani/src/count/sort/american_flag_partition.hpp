#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace sorani::count {

/// Where the piles begin that `deal_out` makes, and at last where the last one ends.
using PileBounds = std::array<std::size_t, 257>;

/// Moves what is there into piles, in place: `pile_of` tells which of 256 an item belongs to. McIlroy, Bostic and
/// McIlroy, Engineering radix sort (1993): American flag sort.
template <typename Item, typename PileOf>
PileBounds deal_out(Item* items, std::size_t size, const PileOf& pile_of) {
  PileBounds bounds{};
  for (std::size_t i = 0; i < size; ++i) ++bounds[pile_of(items[i]) + std::size_t{1}];
  for (std::size_t i = 1; i < bounds.size(); ++i) bounds[i] += bounds[i - 1];
  std::array<std::size_t, 256> next;
  std::copy_n(bounds.begin(), next.size(), next.begin());
  // Each round sends on what stands in the wrong pile. One swap does not wait for the one before, as it would if the
  // circle of an item were followed to its end.
  for (bool is_done = false; !is_done;) {
    is_done = true;
    for (std::size_t pile = 0; pile < next.size(); ++pile) {
      const std::size_t end = bounds[pile + 1];
      for (std::size_t i = next[pile]; i < end; ++i) std::swap(items[i], items[next[pile_of(items[i])]++]);
      is_done = is_done && next[pile] == end;
    }
  }
  return bounds;
}

}  // namespace sorani::count
