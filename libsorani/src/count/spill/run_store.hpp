#pragma once

#include <cstddef>
#include <memory>
#include <sorani/ngram_rows.hpp>
#include <utility>
#include <vector>

#include "count/spill/run.hpp"
#include "count/spill/scratch_file.hpp"

namespace sorani::count {

/// Sorted runs in temporary files, and what they make together.
///
/// No more runs are merged at a time than there is memory to read with. When there are so many, they become one run of
/// the next level, so each row is written once per level, and there are as many levels as the logarithm of the number
/// of runs. A level is one file.
class RunStore {
 public:
  explicit RunStore(NgramStorage storage) : storage_(std::move(storage)) {}

  /// Writes rows in the order of keys, to their end.
  void add(NgramRows& rows);
  /// There are as many runs as can be merged at once.
  bool is_crowded() const noexcept;
  /// Merges runs if there are many. Takes memory of its own, up to half of what the storage has.
  void compact();
  bool is_empty() const noexcept { return levels_.empty(); }

  /// All rows; counts of the same key are added. The store must stay; no run can be added.
  std::unique_ptr<NgramRows> rows();

 private:
  struct Level {
    ScratchFile file;
    std::vector<Run> runs;
  };

  std::size_t most_at_once() const noexcept;
  Level& level(std::size_t number);
  void merge_into_next(std::size_t number);
  std::size_t run_count() const noexcept;

  NgramStorage storage_;
  std::vector<std::unique_ptr<Level>> levels_;
};

}  // namespace sorani::count
