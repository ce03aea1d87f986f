#pragma once

#include <cstddef>
#include <memory>
#include <sorani/ngram_rows.hpp>
#include <utility>
#include <vector>

#include "count/spill/run.hpp"
#include "count/spill/scratch_file.hpp"

namespace sorani::count {

/// Sorted runs in temporary files, and their merge: a tiered log-structured merge.
///
/// The fan-in (how many runs are merged at once) is bounded by the memory for read buffers. New runs go to level 0.
/// When a level holds as many runs as the fan-in, they are merged into one run of the next level. So each row is
/// written at most once per level, there are about log(runs) / log(fan-in) levels, and at most fan-in runs per level
/// are left for the final merge. A level is one file, so the number of open files is the number of levels.
class RunStore {
 public:
  explicit RunStore(NgramStorage storage) : storage_(std::move(storage)) {}

  /// Writes a run of all rows, which must be sorted by key. Throws `std::system_error`, and what the rows throw.
  void add(NgramRows rows);
  /// True if a level holds as many runs as can be merged at once: `compact` should be called before `add`.
  bool needs_compaction() const noexcept;
  /// Merges each full level into the next. Takes up to half of the storage's memory for read buffers.
  void compact();
  bool is_empty() const noexcept { return levels_.empty(); }

  /// All rows, sorted by key, counts of equal keys added. The rows read from the store, which must outlive them; no run
  /// may be added any more.
  NgramRows rows();

 private:
  struct Level {
    ScratchFile file;
    std::vector<Run> runs;
  };

  std::size_t max_fan_in() const noexcept;
  Level& level(std::size_t number);
  void merge_level(std::size_t number);
  std::size_t run_count() const noexcept;

  NgramStorage storage_;
  std::vector<std::unique_ptr<Level>> levels_;
};

}  // namespace sorani::count
