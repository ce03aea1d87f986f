#pragma once

#include <cstddef>
#include <limits>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "common/records/value_finder.hpp"

namespace ku {

/// Columns from `first` to `last`, counted from 1.
struct ColumnRange {
  static constexpr std::size_t kNoEnd = std::numeric_limits<std::size_t>::max();
  std::size_t first = 1;
  std::size_t last = kNoEnd;
  bool operator==(const ColumnRange&) const = default;
};

/// A list such as `2`, `1,3-4` or `2-` as ranges, sorted and apart from each other; nothing if it is malformed.
std::optional<std::vector<ColumnRange>> parse_columns(std::string_view list);

/// Finds the columns of these ranges in tab-separated records. A carriage return before the end of a record is part of
/// the end. `columns` must outlive it.
std::unique_ptr<ValueFinder> make_column_finder(const std::vector<ColumnRange>& columns);

}  // namespace ku
