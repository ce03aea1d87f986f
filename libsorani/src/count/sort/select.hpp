#pragma once

#include <cstdint>
#include <memory>
#include <sorani/ngram_rows.hpp>

namespace sorani::count {

/// The value of `NgramSelection::top` that selects all rows.
inline constexpr std::uint64_t kAllRows = NgramSelection().top;

/// The rows that count at least `min_count`, in the same order.
NgramRows filter_min_count(NgramRows rows, std::uint64_t min_count);

/// Applies `top` and the order of a selection, but not its `min_count`, to rows that are sorted by `order`: key or
/// count.
NgramRows select_sorted(NgramRows rows, NgramOrder order, const NgramSelection& selection, const NgramStorage& storage);

}  // namespace sorani::count
