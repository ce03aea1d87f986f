#include <sorani/ngram_rows.hpp>
#include <utility>

#include "count/sort/count_sorter.hpp"
#include "count/sort/row_sorter.hpp"
#include "count/sort/select.hpp"

namespace sorani::count {
namespace {

/// The rows that count at least `min_count`.
class MinCountRows : public NgramSource {
 public:
  MinCountRows(NgramRows rows, std::uint64_t min_count) : rows_(std::move(rows)), min_count_(min_count) {}

  bool next() override {
    while (rows_.next()) {
      if (rows_.count() < min_count_) continue;
      set(rows_.ngram(), rows_.count());
      return true;
    }
    return false;
  }
  std::string place() const override { return rows_.place(); }

 private:
  NgramRows rows_;
  std::uint64_t min_count_;
};

/// The first rows, up to a limit.
class TopRows : public NgramSource {
 public:
  TopRows(NgramRows rows, std::uint64_t limit) : rows_(std::move(rows)), remaining_(limit) {}

  bool next() override {
    if (remaining_ == 0 || !rows_.next()) return false;
    --remaining_;
    set(rows_.ngram(), rows_.count());
    return true;
  }

 private:
  NgramRows rows_;
  std::uint64_t remaining_;
};

/// Sorts all rows when it is constructed, and owns the sorter that the sorted rows read from.
template <typename AnySorter>
class SortedRows : public NgramSource {
 public:
  template <typename... Arguments>
  explicit SortedRows(NgramRows& rows, const Arguments&... arguments) : sorter_(arguments...) {
    while (rows.next()) sorter_.add(rows.ngram(), rows.count());
    rows_ = sorter_.rows();
  }

  bool next() override {
    if (!rows_.next()) return false;
    set(rows_.ngram(), rows_.count());
    return true;
  }

 private:
  AnySorter sorter_;
  NgramRows rows_;
};

}  // namespace

NgramRows filter_min_count(NgramRows rows, std::uint64_t min_count) {
  if (min_count == 0) return rows;
  return std::make_unique<MinCountRows>(std::move(rows), min_count);
}

NgramRows select_sorted(NgramRows rows, NgramOrder order, const NgramSelection& selection,
                        const NgramStorage& storage) {
  const auto sort_as = [&](NgramOrder wanted) {
    if (order == wanted) return;
    // Destroyed when this returns, which frees the memory and files of the unsorted rows.
    NgramRows unsorted = std::move(rows);
    if (wanted == NgramOrder::count) {
      rows = std::make_unique<SortedRows<CountSorter>>(unsorted, storage);
    } else {
      rows = std::make_unique<SortedRows<RowSorter>>(unsorted, wanted, storage);
    }
    order = wanted;
  };
  if (selection.top != kAllRows) {
    sort_as(NgramOrder::count);
    rows = std::make_unique<TopRows>(std::move(rows), selection.top);
  }
  sort_as(selection.order);
  return rows;
}

}  // namespace sorani::count

namespace sorani {
inline namespace v0 {

NgramRows select_rows(NgramRows rows, const NgramSelection& selection, const NgramStorage& storage) {
  return count::select_sorted(count::filter_min_count(std::move(rows), selection.min_count), NgramOrder::key, selection,
                              storage);
}

}  // namespace v0
}  // namespace sorani
