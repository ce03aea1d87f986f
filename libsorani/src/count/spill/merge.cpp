#include "count/spill/merge.hpp"

#include <algorithm>
#include <cstdint>
#include <sorani/ngram_rows.hpp>
#include <stdexcept>
#include <utility>

#include "base/memory.hpp"

// K-way merge with a binary heap of cursors, one per source, the least current row at the top. To take a row, read it
// off the top, advance that source, and sift its cursor down (or remove it at the end of its source): O(log k)
// comparisons per row, most of them decided by the 64-bit prefix in the cursor. `SummingMerge` adds up rows of equal
// key, which are at the top one after the other, since each source is sorted and has each key once. Memory is one row
// per source.
namespace sorani::count {
namespace {

/// A source, at its current row.
struct Cursor {
  NgramRows rows;
  std::uint64_t prefix = 0;  ///< `base::prefix_key` of the row's key

  /// Moves to the next row; false at the end of the source.
  bool next() {
    if (!rows.next()) return false;
    prefix = base::prefix_key(rows.ngram());
    return true;
  }
};

bool is_before(const Cursor& a, const Cursor& b) {
  if (a.prefix != b.prefix) return a.prefix < b.prefix;
  return a.rows.ngram() < b.rows.ngram();
}

struct ByRowKey {
  bool operator()(const Cursor& a, const Cursor& b) const { return is_before(a, b); }
};

struct ByRowCount {
  bool operator()(const Cursor& a, const Cursor& b) const {
    if (a.rows.count() != b.rows.count()) return a.rows.count() > b.rows.count();
    return is_before(a, b);
  }
};

/// A min-heap of the sources that are not at their end, ordered by their current rows.
template <typename Before>
class Heap {
 public:
  explicit Heap(std::vector<NgramRows> sources) {
    for (auto& source : sources) {
      Cursor cursor{std::move(source)};
      if (cursor.next()) cursors_.push_back(std::move(cursor));
    }
    std::make_heap(cursors_.begin(), cursors_.end(), after);
  }

  bool empty() const { return cursors_.empty(); }
  const NgramRows& top() const { return cursors_.front().rows; }
  /// Replaces the row at the top by the next one of its source, and restores the heap.
  void advance() {
    if (!cursors_.front().next()) {
      std::pop_heap(cursors_.begin(), cursors_.end(), after);
      cursors_.pop_back();
    } else {
      sift_down();
    }
  }

 private:
  static bool after(const Cursor& a, const Cursor& b) { return Before()(b, a); }

  void sift_down() {
    const std::size_t size = cursors_.size();
    for (std::size_t at = 0;;) {
      std::size_t child = 2 * at + 1;
      if (child >= size) return;
      if (child + 1 < size && Before()(cursors_[child + 1], cursors_[child])) ++child;
      if (!Before()(cursors_[child], cursors_[at])) return;
      std::swap(cursors_[child], cursors_[at]);
      at = child;
    }
  }

  std::vector<Cursor> cursors_;
};

/// Merges rows sorted by key, and adds up the counts of equal keys.
class SummingMerge : public NgramSource {
 public:
  explicit SummingMerge(std::vector<NgramRows> sources) : heap_(std::move(sources)) {}

  bool next() override {
    if (heap_.empty()) return false;
    key_ = heap_.top().ngram();
    std::uint64_t count = heap_.top().count();
    heap_.advance();
    while (!heap_.empty() && heap_.top().ngram() == key_) {
      if (__builtin_add_overflow(count, heap_.top().count(), &count)) {
        throw std::overflow_error(heap_.top().place() + "the count of '" + key_ + "' grows over 2^64-1");
      }
      heap_.advance();
    }
    set(key_, count);
    return true;
  }

 private:
  Heap<ByRowKey> heap_;
  std::string key_;
};

/// Merges rows sorted by descending count, ties by key. No key is in two sources.
class CountOrderMerge : public NgramSource {
 public:
  explicit CountOrderMerge(std::vector<NgramRows> sources) : heap_(std::move(sources)) {}

  bool next() override {
    if (std::exchange(has_row_, true)) heap_.advance();
    if (heap_.empty()) return false;
    set(heap_.top().ngram(), heap_.top().count());
    return true;
  }

 private:
  Heap<ByRowCount> heap_;
  bool has_row_ = false;
};

}  // namespace

NgramRows merge_by_count(std::vector<NgramRows> sources) {
  if (sources.size() == 1) return std::move(sources.front());
  return std::make_unique<CountOrderMerge>(std::move(sources));
}

}  // namespace sorani::count

namespace sorani {
inline namespace v0 {

NgramRows merge_rows(std::vector<NgramRows> sources) {
  if (sources.size() == 1) return std::move(sources.front());
  return std::make_unique<count::SummingMerge>(std::move(sources));
}

}  // namespace v0
}  // namespace sorani
