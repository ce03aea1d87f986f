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

/// Counts the pieces that it is given.
class CountWorker : public Worker {
 public:
  /// With `only_whole`, leaves out pieces that are parts of a line.
  CountWorker(const Options& options, std::size_t memory, bool only_whole);
  void process(const Chunk& chunk, std::string& out, Report& report) override;

  sorani::NgramCounter& counter() { return counter_; }

 private:
  sorani::NgramCounter counter_;
  bool only_whole_;
};

/// Counts text with as many counters as there are jobs.
class Counters {
 public:
  explicit Counters(const Options& options);

  /// Reads all files. False if not all of the input could be read.
  bool read(const Output& output, Diagnostics& diagnostics);

  /// What was counted, as selected. Ask once; the counters must stay.
  std::unique_ptr<sorani::NgramRows> rows(const sorani::NgramSelection& selection);
  /// Bytes of memory that are left of what may be taken, once `rows` was asked.
  std::size_t memory_left() const;
  sorani::TextStatistics statistics() const;

 private:
  std::vector<sorani::NgramCounter*> all() const;

  const Options& options_;
  bool sees_lines_;  // what is counted depends on more of a line than one unit
  WorkerPool workers_;
  /// Parts of lines too long to hold must be counted one after the other, so none of the jobs gets them.
  std::unique_ptr<sorani::NgramCounter> long_lines_;
};

}  // namespace ku::count
