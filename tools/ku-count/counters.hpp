#pragma once

#include <memory>
#include <sorani/ngram_counter.hpp>
#include <vector>

#include "common/io/diagnostics.hpp"
#include "common/io/output/output.hpp"
#include "common/pipeline/chunk.hpp"
#include "common/pipeline/worker_pool.hpp"
#include "ku-count/options.hpp"

namespace ku::count {

/// A pool worker that counts the chunks it is given with a counter of its own.
class CountWorker : public Worker {
 public:
  /// With `only_whole`, ignores chunks that are parts of a line.
  CountWorker(const Options& options, std::size_t memory, bool only_whole);
  void process(const Chunk& chunk, std::string& out, Report& report) override;

  sorani::NgramCounter& counter() { return counter_; }

 private:
  sorani::NgramCounter counter_;
  bool only_whole_;
};

/// Counts text with one counter per job. When all is read, counters are absorbed into the first one as far as memory
/// allows; the others (those that have spilled, for example) are merged.
///
/// N-grams and line lengths depend on a whole line, but a line too long for memory comes in parts, which would
/// be distributed over several workers. With several jobs, such parts are counted, in order, by one more counter.
class Counters {
 public:
  explicit Counters(const Options& options);

  /// Counts all files. False if some of the input could not be read.
  bool read(const Output& output, Diagnostics& diagnostics);

  /// The selected rows. Call it once; the rows read from the counters, which must outlive them.
  sorani::NgramRows rows(const sorani::NgramSelection& selection);
  /// How many bytes of the memory limit are unused, once `rows` was called.
  std::size_t memory_left() const;
  sorani::TextStatistics statistics() const;

 private:
  std::vector<sorani::NgramCounter*> all() const;

  const Options& options_;
  bool needs_whole_lines_;  // what is counted depends on more of a line than one unit
  WorkerPool<CountWorker> workers_;
  /// Counts the parts of lines too long for memory, which must be counted in order and so not by the jobs. Null until
  /// there is such a part.
  std::unique_ptr<sorani::NgramCounter> long_lines_;
};

}  // namespace ku::count
