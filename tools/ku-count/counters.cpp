#include "ku-count/counters.hpp"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_for_each.h>

#include <algorithm>
#include <utility>

#include "common/cli/run/filter.hpp"
#include "common/pipeline/threads.hpp"

namespace ku::count {
namespace {

using sorani::NgramCounter;
using sorani::NgramOrder;
using sorani::NgramRows;

/// With several jobs, the counter of long lines gets this fraction (1/8) of the memory.
constexpr std::size_t kLongLinesShare = 8;

sorani::NgramStorage share_of(const Options& options, std::size_t memory) {
  return {memory, options.storage.directory};
}

std::size_t worker_memory(const Options& options, bool needs_whole_lines) {
  std::size_t memory = options.storage.memory;
  if (options.common.jobs > 1 && needs_whole_lines) memory -= memory / kLongLinesShare;
  return memory / options.common.jobs;
}

}  // namespace

CountWorker::CountWorker(const Options& options, std::size_t memory, bool only_whole)
    : counter_(options.ngrams, share_of(options, memory)), only_whole_(only_whole) {}

void CountWorker::process(const Chunk& chunk, std::string& /*out*/, Report& /*report*/) {
  if (only_whole_ && chunk.fragment != sorani::Fragment::whole) return;
  counter_.add(chunk.text, chunk.fragment);
}

Counters::Counters(const Options& options)
    : options_(options),
      needs_whole_lines_(options.ngrams.max_n > 1 || options.summary),
      workers_([this, memory = worker_memory(options, needs_whole_lines_)] {
        return std::make_unique<CountWorker>(options_, memory, needs_whole_lines_ && options_.common.jobs > 1);
      }) {}

bool Counters::read(const Output& output, Diagnostics& diagnostics) {
  const auto count_long_lines = [&](const PipelineItem& item) {
    const Chunk& chunk = item.chunk;
    if (!needs_whole_lines_ || options_.common.jobs <= 1 || chunk.fragment == sorani::Fragment::whole) return;
    if (!long_lines_) {
      long_lines_ = std::make_unique<NgramCounter>(options_.ngrams,
                                                   share_of(options_, options_.storage.memory / kLongLinesShare));
    }
    long_lines_->add(chunk.text, chunk.fragment);
  };
  return read_all(options_.common, output, workers_, count_long_lines, diagnostics);
}

std::vector<NgramCounter*> Counters::all() const {
  std::vector<NgramCounter*> counters;
  for (const auto& worker : workers_.all()) counters.push_back(&worker->counter());
  if (long_lines_) counters.push_back(long_lines_.get());
  return counters;
}

NgramRows Counters::rows(const sorani::NgramSelection& selection) {
  // Absorbing is faster than merging; it fails where memory does not suffice or a counter has spilled.
  std::vector<NgramCounter*> counters = all();
  const auto is_absorbed = [&](NgramCounter* counter) {
    return counter != counters.front() && counters.front()->absorb(*counter);
  };
  counters.erase(std::remove_if(counters.begin(), counters.end(), is_absorbed), counters.end());
  if (counters.size() == 1) return counters.front()->rows(selection);
  const sorani::NgramSelection by_key{NgramOrder::key};
  const unsigned jobs = startable_threads(options_.common.jobs);
  if (jobs <= 1) {
    for (NgramCounter* const counter : counters) counter->finish(by_key);
  } else {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, jobs);
    tbb::parallel_for_each(counters, [&](NgramCounter* counter) { counter->finish(by_key); });
  }
  std::vector<NgramRows> sources;
  sources.reserve(counters.size());
  for (NgramCounter* const counter : counters) sources.push_back(counter->rows(by_key));
  return select_rows(sorani::merge_rows(std::move(sources)), selection, share_of(options_, memory_left()));
}

std::size_t Counters::memory_left() const {
  std::size_t left = options_.storage.memory;
  for (const NgramCounter* const counter : all()) left -= std::min(left, counter->memory());
  return left;
}

sorani::TextStatistics Counters::statistics() const {
  sorani::TextStatistics statistics;
  for (const NgramCounter* const counter : all()) statistics.add(counter->statistics());
  return statistics;
}

}  // namespace ku::count
