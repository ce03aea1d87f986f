#include "count/spill/merge.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <sorani/ngram_rows.hpp>
#include <stdexcept>
#include <utility>

#include "base/memory.hpp"

namespace sorani {
namespace count {
namespace {

/// A source with the row it stands at.
struct Head {
  std::unique_ptr<NgramRows> rows;
  std::uint64_t first_bytes = 0;  ///< of the key, as a number that compares as they do

  /// False at the end.
  bool next() {
    if (!rows->next()) return false;
    const std::string_view key = rows->ngram();
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, key.data(), std::min(key.size(), sizeof bytes));
    first_bytes = base::to_big_endian(bytes);
    return true;
  }
};

bool is_before(const Head& a, const Head& b) {
  if (a.first_bytes != b.first_bytes) return a.first_bytes < b.first_bytes;
  return a.rows->ngram() < b.rows->ngram();
}

struct ByKey {
  bool operator()(const Head& a, const Head& b) const { return is_before(a, b); }
};

struct ByCount {
  bool operator()(const Head& a, const Head& b) const {
    if (a.rows->count() != b.rows->count()) return a.rows->count() > b.rows->count();
    return is_before(a, b);
  }
};

/// A heap of the sources that have a row, the least row at the top.
template <typename Before>
class Heap {
 public:
  explicit Heap(std::vector<std::unique_ptr<NgramRows>> sources) {
    for (auto& source : sources) {
      Head head{std::move(source)};
      if (head.next()) heads_.push_back(std::move(head));
    }
    std::make_heap(heads_.begin(), heads_.end(), after);
  }

  bool empty() const { return heads_.empty(); }
  const NgramRows& top() const { return *heads_.front().rows; }
  /// Moves the source at the top on to its next row.
  void advance() {
    if (!heads_.front().next()) {
      std::pop_heap(heads_.begin(), heads_.end(), after);
      heads_.pop_back();
    } else {
      sink();
    }
  }

 private:
  static bool after(const Head& a, const Head& b) { return Before()(b, a); }

  void sink() {
    const std::size_t size = heads_.size();
    for (std::size_t at = 0;;) {
      std::size_t child = 2 * at + 1;
      if (child >= size) return;
      if (child + 1 < size && Before()(heads_[child + 1], heads_[child])) ++child;
      if (!Before()(heads_[child], heads_[at])) return;
      std::swap(heads_[child], heads_[at]);
      at = child;
    }
  }

  std::vector<Head> heads_;
};

/// Adds up the counts of equal keys.
class Sums : public NgramRows {
 public:
  explicit Sums(std::vector<std::unique_ptr<NgramRows>> sources) : heap_(std::move(sources)) {}

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
  Heap<ByKey> heap_;
  std::string key_;
};

/// Rows of different keys, the most frequent first.
class ByCountRows : public NgramRows {
 public:
  explicit ByCountRows(std::vector<std::unique_ptr<NgramRows>> sources) : heap_(std::move(sources)) {}

  bool next() override {
    if (std::exchange(has_row_, true)) heap_.advance();
    if (heap_.empty()) return false;
    set(heap_.top().ngram(), heap_.top().count());
    return true;
  }

 private:
  Heap<ByCount> heap_;
  bool has_row_ = false;
};

}  // namespace

std::unique_ptr<NgramRows> merge_by_count(std::vector<std::unique_ptr<NgramRows>> sources) {
  if (sources.size() == 1) return std::move(sources.front());
  return std::make_unique<ByCountRows>(std::move(sources));
}

}  // namespace count

std::unique_ptr<NgramRows> merge_rows(std::vector<std::unique_ptr<NgramRows>> sources) {
  if (sources.size() == 1) return std::move(sources.front());
  return std::make_unique<count::Sums>(std::move(sources));
}

}  // namespace sorani
