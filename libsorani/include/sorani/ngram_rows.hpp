#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <sorani/export.hpp>

namespace sorani {
inline namespace v0 {

/// Base class for a caller's own source of rows, such as a file of counts, to be read through `NgramRows`. Only for
/// implementing one; rows of the library are read without it.
class SORANI_API NgramSource {
 public:
  virtual ~NgramSource() = default;

  /// Moves to the next row, at first to the first one, and calls `set`. False at the end. May throw.
  virtual bool next() = 0;
  /// The origin of the current row, "file:line: ", for messages about it; empty if not known.
  virtual std::string place() const { return {}; }

  std::string_view ngram() const noexcept { return ngram_; }
  std::uint64_t count() const noexcept { return count_; }

 protected:
  NgramSource() = default;
  NgramSource(const NgramSource&) = default;
  NgramSource& operator=(const NgramSource&) = default;
  /// Sets the current row. The bytes of `ngram` are not copied; they must be valid until the next call of `next`.
  void set(std::string_view ngram, std::uint64_t count) noexcept {
    ngram_ = ngram;
    count_ = count;
  }

 private:
  std::string_view ngram_;
  std::uint64_t count_ = 0;
};

/// Rows of an n-gram and its count, read one after the other. Each n-gram has one row.
///
///     sorani::NgramRows rows = counter.rows();
///     while (rows.next()) fmt::print("{}\t{}\n", rows.ngram(), rows.count());
///
/// Owns its source, and can be moved but not copied. One that is default-constructed or moved from has no rows.
class SORANI_API NgramRows {
 public:
  NgramRows() = default;
  /// Reads a source; implicit, so that one can be given wherever rows are expected.
  template <std::derived_from<NgramSource> Source>
  NgramRows(std::unique_ptr<Source> source)  // NOLINT(google-explicit-constructor)
      : source_(std::move(source)) {}

  /// Moves to the next row, at first to the first one. False at the end. Throws what the source throws.
  bool next() { return source_ && source_->next(); }

  /// The current row. May be called only after `next` has returned true. The n-gram is valid until the next call of
  /// `next`.
  std::string_view ngram() const noexcept { return source_->ngram(); }
  std::uint64_t count() const noexcept { return source_->count(); }
  /// The origin of the current row; see `NgramSource::place`.
  std::string place() const { return source_->place(); }

 private:
  std::unique_ptr<NgramSource> source_;
};

/// The order of rows.
enum class NgramOrder : std::uint8_t {
  count,     ///< by descending count, ties by the bytes of the n-gram
  key,       ///< by the bytes of the n-gram: the order that `merge_rows` needs
  alphabet,  ///< the order of Kurdish dictionaries (libsorani/data/alphabet.tsv), ties by bytes
};

/// Which rows are selected, and their order.
struct NgramSelection {
  NgramOrder order = NgramOrder::count;
  std::uint64_t min_count = 1;                                    ///< leave out rows that count less
  std::uint64_t top = std::numeric_limits<std::uint64_t>::max();  ///< at most so many, the most frequent ones

  friend bool operator==(const NgramSelection&, const NgramSelection&) = default;
};

/// Resources for working.
struct NgramStorage {
  std::size_t memory = std::size_t{1} << 30;  ///< bytes of memory; beyond that, data go to temporary files
  std::string directory = "/tmp";             ///< where temporary files are created; they have no name there
};

/// Merges sources that are each sorted by `NgramOrder::key` into that order; counts of equal n-grams are added. Takes
/// memory for one row of each source. If a source is not sorted, the order of the result is unspecified and an n-gram
/// may have several rows. `next` throws `std::overflow_error` if a sum exceeds 2^64-1, and what the sources throw.
SORANI_API NgramRows merge_rows(std::vector<NgramRows> sources);

/// The same for any number of sources of which at most `at_once` (less than 2 counts as 2) may exist at the same time,
/// as with open files. `next` makes one source after the other and returns nothing at the end. If there are more than
/// `at_once`, groups of them are merged into temporary files, and those are merged. Throws `std::system_error` if a
/// temporary file cannot be written or read, and what `next` and the sources throw.
SORANI_API NgramRows merge_rows(const std::function<std::optional<NgramRows>()>& next, std::size_t at_once,
                                const NgramStorage& storage);

/// Applies a selection to rows that are sorted by `NgramOrder::key`. If they have to be sorted, they are read to their
/// end at once, into the given memory and then into temporary files. Throws `std::system_error` if a temporary file
/// cannot be written or read, and what the rows throw.
SORANI_API NgramRows select_rows(NgramRows rows, const NgramSelection& selection, const NgramStorage& storage);

}  // namespace v0
}  // namespace sorani
