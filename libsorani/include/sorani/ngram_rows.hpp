#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <sorani/export.hpp>

namespace sorani {

/// N-grams and how often each occurs, one after the other; each n-gram once.
class SORANI_API NgramRows {
 public:
  virtual ~NgramRows() = default;

  /// Moves to the next row, at first to the first one. False at the end.
  virtual bool next() = 0;
  /// Where the row it stands at comes from, "file:line: ", for messages about it. Empty if that is not known.
  virtual std::string place() const { return {}; }

  /// The n-gram; valid until the next call of `next`.
  std::string_view ngram() const noexcept { return ngram_; }
  std::uint64_t count() const noexcept { return count_; }

 protected:
  NgramRows() = default;
  NgramRows(const NgramRows&) = default;
  NgramRows& operator=(const NgramRows&) = default;
  void set(std::string_view ngram, std::uint64_t count) noexcept {
    ngram_ = ngram;
    count_ = count;
  }

 private:
  std::string_view ngram_;
  std::uint64_t count_ = 0;
};

/// How rows follow each other.
enum class NgramOrder : std::uint8_t {
  count,     ///< the most frequent first; those of the same count by the bytes of the n-gram
  key,       ///< by the bytes of the n-gram: what `merge_rows` takes
  alphabet,  ///< as Kurdish dictionaries have them; see libsorani/data/alphabet.tsv. What the alphabet does not tell
             ///< apart, by bytes
};

/// Which rows are wanted, and how they follow each other.
struct NgramSelection {
  NgramOrder order = NgramOrder::count;
  std::uint64_t min_count = 1;                                    ///< leave out rows that count less
  std::uint64_t top = std::numeric_limits<std::uint64_t>::max();  ///< only so many, the most frequent ones

  friend bool operator==(const NgramSelection&, const NgramSelection&) = default;
};

/// What may be used while working.
struct NgramStorage {
  std::size_t memory = std::size_t{1} << 30;  ///< bytes of memory; past that, what is there goes to temporary files
  std::string directory = "/tmp";             ///< where temporary files stand; they have no name there
};

/// The rows of several sources, each in the order of keys; counts of the same n-gram are added. Needs no memory but for
/// one row of each source. `next` throws `std::overflow_error` if a sum is over 2^64-1, and what the sources throw.
SORANI_API std::unique_ptr<NgramRows> merge_rows(std::vector<std::unique_ptr<NgramRows>> sources);

/// The same for any number of sources of which no more than `at_once` (at least 2) may be there at the same time, as
/// with files that are open. `next` makes one source after the other and returns nullptr in the end. If there are more,
/// the sums of groups go to temporary files and are merged in turn. Throws `std::system_error` if those cannot be
/// written or read, and what the sources throw.
SORANI_API std::unique_ptr<NgramRows> merge_rows(const std::function<std::unique_ptr<NgramRows>()>& next,
                                                 std::size_t at_once, const NgramStorage& storage);

/// Rows in the order of keys, as a selection has them. What must be sorted is read to its end at once, into the memory
/// that may be used and then into temporary files. Throws `std::system_error` if those cannot be written or read.
SORANI_API std::unique_ptr<NgramRows> select_rows(std::unique_ptr<NgramRows> rows, const NgramSelection& selection,
                                                  const NgramStorage& storage);

}  // namespace sorani
