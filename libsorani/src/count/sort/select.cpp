#include <sorani/ngram_rows.hpp>
#include <utility>

#include "count/sort/count_sorter.hpp"
#include "count/sort/row_sorter.hpp"
#include "count/sort/select.hpp"

namespace sorani {
namespace count {
namespace {

/// Leaves out what counts less.
class FrequentRows : public NgramRows {
 public:
  FrequentRows(std::unique_ptr<NgramRows> rows, std::uint64_t min_count)
      : rows_(std::move(rows)), min_count_(min_count) {}

  bool next() override {
    while (rows_->next()) {
      if (rows_->count() < min_count_) continue;
      set(rows_->ngram(), rows_->count());
      return true;
    }
    return false;
  }
  std::string place() const override { return rows_->place(); }

 private:
  std::unique_ptr<NgramRows> rows_;
  std::uint64_t min_count_;
};

/// Ends early.
class FirstRows : public NgramRows {
 public:
  FirstRows(std::unique_ptr<NgramRows> rows, std::uint64_t most) : rows_(std::move(rows)), left_(most) {}

  bool next() override {
    if (left_ == 0 || !rows_->next()) return false;
    --left_;
    set(rows_->ngram(), rows_->count());
    return true;
  }

 private:
  std::unique_ptr<NgramRows> rows_;
  std::uint64_t left_;
};

/// Rows with the sorter that they come from.
template <typename AnySorter>
class SortedRows : public NgramRows {
 public:
  template <typename... Arguments>
  explicit SortedRows(NgramRows& rows, const Arguments&... arguments) : sorter_(arguments...) {
    while (rows.next()) sorter_.add(rows.ngram(), rows.count());
    rows_ = sorter_.rows();
  }

  bool next() override {
    if (!rows_->next()) return false;
    set(rows_->ngram(), rows_->count());
    return true;
  }

 private:
  AnySorter sorter_;
  std::unique_ptr<NgramRows> rows_;
};

}  // namespace

std::unique_ptr<NgramRows> frequent_rows(std::unique_ptr<NgramRows> rows, std::uint64_t min_count) {
  if (min_count == 0) return rows;
  return std::make_unique<FrequentRows>(std::move(rows), min_count);
}

std::unique_ptr<NgramRows> select_sorted(std::unique_ptr<NgramRows> rows, NgramOrder order,
                                         const NgramSelection& selection, const NgramStorage& storage) {
  const auto sort_as = [&](NgramOrder wanted) {
    if (order == wanted) return;
    // What is read is not needed once it has been sorted.
    const std::unique_ptr<NgramRows> unsorted = std::move(rows);
    if (wanted == NgramOrder::count) {
      rows = std::make_unique<SortedRows<CountSorter>>(*unsorted, storage);
    } else {
      rows = std::make_unique<SortedRows<Sorter>>(*unsorted, wanted, storage);
    }
    order = wanted;
  };
  if (selection.top != kAllRows) {
    sort_as(NgramOrder::count);
    rows = std::make_unique<FirstRows>(std::move(rows), selection.top);
  }
  sort_as(selection.order);
  return rows;
}

}  // namespace count

std::unique_ptr<NgramRows> select_rows(std::unique_ptr<NgramRows> rows, const NgramSelection& selection,
                                       const NgramStorage& storage) {
  return count::select_sorted(count::frequent_rows(std::move(rows), selection.min_count), NgramOrder::key, selection,
                              storage);
}

}  // namespace sorani
