#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <sorani/ngram_rows.hpp>
#include <string_view>
#include <vector>

#include "base/mapped_array.hpp"
#include "count/sort/row_sorter.hpp"
#include "count/spill/run.hpp"
#include "count/spill/scratch_file.hpp"

namespace sorani::count {

/// Sorts rows that arrive in the order of keys by descending count, ties by key: in memory while they fit, else in
/// temporary files.
///
/// In memory, items (count, offset) are sorted by comparison; offsets ascend in the order of keys, so they break ties.
/// In files, it is a bucket sort: n-gram counts follow Zipf's law, so that nearly all rows have one of a few small
/// counts. Each count up to `kMaxBucketedCount` has a file of its own, to which its rows are appended; since rows
/// arrive by key, each file is sorted. The few rows of higher counts go through a `RowSorter`. The result is the sorted
/// rows of high counts, followed by the bucket files from the highest count down to 0.
class CountSorter {
 public:
  explicit CountSorter(NgramStorage storage);

  /// Keys must ascend. Throws `std::system_error` if a temporary file cannot be written.
  void add(std::string_view ngram, std::uint64_t count);
  /// The sorted rows; they read from the sorter, which must outlive them. Call it once, after all rows are added.
  NgramRows rows();

 private:
  class InMemoryRows;

  /// Bounds the number of open files and write buffers (256 KB each), 6 MB in all.
  static constexpr std::uint64_t kMaxBucketedCount = 24;

  /// A row in memory. `at` is the offset of its n-gram in `bytes_`; offsets ascend in the order of keys.
  struct Item {
    std::uint64_t count;
    std::uint64_t at;
  };
  /// The file of the rows of one count.
  struct Bucket {
    explicit Bucket(const std::string& directory) : file(directory), writer(file) {}
    ScratchFile file;
    RunWriter writer;
  };

  std::string_view ngram(std::size_t item) const noexcept;
  void spill();
  void add_to_bucket(std::string_view ngram, std::uint64_t count);

  NgramStorage storage_;
  base::MappedArray<Item> items_;
  base::MappedArray<char> bytes_;        // per row: length of the n-gram, n-gram
  std::unique_ptr<RowSorter> frequent_;  // counts over kMaxBucketedCount; null until memory is exceeded
  std::array<std::unique_ptr<Bucket>, kMaxBucketedCount + 1> buckets_;  // indexed by count
};

}  // namespace sorani::count
