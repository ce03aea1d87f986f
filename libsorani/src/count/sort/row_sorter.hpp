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

/// Sorts any number of rows, in memory as long as they fit, else in runs that are merged.
///
/// Each n-gram gets bytes before it that put it in its place, so that all there is to sort by is bytes: the complement
/// of its count, or its sort key and a NUL.
class Sorter {
 public:
  Sorter(NgramOrder order, const NgramStorage& storage);

  void add(std::string_view ngram, std::uint64_t count);
  /// The rows in order, each as it was given. The sorter must stay.
  std::unique_ptr<NgramRows> rows();

 private:
  class HeldRows;
  class PlainRows;

  /// Where a row stands in `bytes_`, and what is most telling of its key, as a number that compares as the keys do.
  struct Item {
    std::uint64_t first_bytes;
    std::uint64_t at;
  };

  std::string_view key(const Item& item) const noexcept;
  std::uint64_t first_bytes(std::string_view ngram, std::uint64_t count) const noexcept;
  void put_in_order();
  void spill();

  NgramOrder order_;
  NgramStorage storage_;
  std::optional<AlphabetOrder> alphabet_;
  std::string key_;
  base::MappedArray<Item> items_;
  base::MappedArray<char> bytes_;  // for each row: the size of its key, its count, its key
  RunStore runs_;
};

}  // namespace sorani::count
