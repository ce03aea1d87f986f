#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <sorani/ngram_rows.hpp>
#include <string>
#include <string_view>

#include "base/mapped_array.hpp"
#include "count/sort/alphabet_order.hpp"
#include "count/spill/run_store.hpp"

namespace sorani::count {

/// External merge sort of rows in any order: in memory while they fit, else in sorted runs that are merged.
///
/// Each row is given a key whose bytes compare as the rows do: for `NgramOrder::count` the complement of the count in
/// big-endian bytes, for `NgramOrder::alphabet` the collation sort key and a NUL, each followed by the n-gram; for
/// `NgramOrder::key` the n-gram alone. Keys are sorted by memcmp, in memory and in the runs, and the part before the
/// n-gram is removed when rows are read. Most comparisons are decided by a 64-bit prefix stored in the item.
class RowSorter {
 public:
  RowSorter(NgramOrder order, const NgramStorage& storage);

  /// Throws `std::system_error` if a temporary file cannot be written.
  void add(std::string_view ngram, std::uint64_t count);
  /// The sorted rows; they read from the sorter, which must outlive them. Call it once, after all rows are added.
  NgramRows rows();

 private:
  class InMemoryRows;
  class StrippedRows;

  /// The offset of a row in `bytes_`, and a number that orders rows as their keys do unless it is equal.
  struct Item {
    std::uint64_t prefix;
    std::uint64_t at;
  };

  std::string_view key(const Item& item) const noexcept;
  std::uint64_t prefix(std::string_view ngram, std::uint64_t count) const noexcept;
  void sort_items();
  void spill();

  NgramOrder order_;
  NgramStorage storage_;
  std::optional<AlphabetOrder> alphabet_;
  std::string key_;
  base::MappedArray<Item> items_;
  base::MappedArray<char> bytes_;  // per row: size of the key, count, key
  RunStore runs_;
};

}  // namespace sorani::count
