// The ordered parallel pipeline. Items of about `chunk_size` bytes pass five stages:
//
//   read      in order    fill an item with whole records (Input)
//   check     parallel    check UTF-8, repair it if asked to, count line ends, find the values in records
//   locate    in order    add line counts up to absolute positions; drop what follows a fault (LineLocator)
//   process   parallel    run a worker over the chunk
//   write     in order    pass the output to the sink, print messages
//
// Input, positions, output and messages are handled in order, the rest depends on one chunk only: so the result does
// not depend on the number of threads. oneTBB runs the stages; at most 2 x jobs items are under way, which bounds
// memory by jobs x chunk size (plus the longest line that cannot be cut). With one job the stages run one after the
// other on the calling thread.

#include "common/pipeline/pipeline.hpp"

#include <fmt/core.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>

#include <atomic>
#include <cstddef>
#include <vector>

#include "common/pipeline/handover.hpp"
#include "common/pipeline/position/line_locator.hpp"
#include "common/pipeline/threads.hpp"
#include "common/pipeline/utf8_check.hpp"

namespace ku {
namespace {

/// The stages. `check` and `process` may be called by several threads at once; the others get the items in order, from
/// one thread at a time.
class Stages {
 public:
  Stages(Input& input, WorkerSource& workers, const ItemSink& sink, Diagnostics& diagnostics, Progress& progress,
         const PipelineOptions& options)
      : input_(input),
        workers_(workers),
        sink_(sink),
        diagnostics_(diagnostics),
        progress_(progress),
        options_(options) {}

  bool read(PipelineItem& item) { return !is_stopped_ && input_.next(item); }
  void check(PipelineItem& item);
  void locate(PipelineItem& item);
  void process(PipelineItem& item);
  void write(const PipelineItem& item);

  const PipelineResult& result() const { return result_; }

 private:
  bool differs(const PipelineItem& item) const {
    return item.chunk.is_repaired || item.is_converted || item.out != item.chunk.text;
  }

  Input& input_;
  WorkerSource& workers_;
  const ItemSink& sink_;
  Diagnostics& diagnostics_;
  Progress& progress_;
  const PipelineOptions& options_;
  LineLocator locator_;
  PipelineResult result_;
  std::atomic<bool> is_stopped_ = false;
};

void Stages::check(PipelineItem& item) {
  ku::check(item, options_.invalid);
  if (const auto error = workers_.find_values(item.chunk, item.begins_file, item.values)) fail_at(*error, item);
  item.chunk.values = item.values;
}

void Stages::locate(PipelineItem& item) {
  locator_.locate(item);
  if (item.fault) input_.abandon(item.file_number);
}

void Stages::process(PipelineItem& item) {
  if (item.is_dropped || item.chunk.text.empty() || is_stopped_) return;
  Worker& worker = workers_.acquire();
  worker.process(item.chunk, item.out, item.report);
  workers_.release(worker);
}

void Stages::write(const PipelineItem& item) {
  if (is_stopped_) return;
  for (const std::string& message : item.messages) diagnostics_.error(message);
  if (!item.messages.empty()) result_.has_failed = true;
  if (item.is_dropped) return;
  sink_(item);
  for (const std::string& warning : item.report.warnings()) diagnostics_.warning(warning);
  if (item.report.is_stopped()) {
    // Nothing after this point is wanted, a fault after the text included.
    is_stopped_ = true;
    return;
  }
  if (item.fault) {
    const Fault& fault = *item.fault;
    diagnostics_.error(fault.has_place
                           ? fmt::format("{}:{}:{}: {}", item.chunk.file, fault.line, fault.byte, fault.message)
                           : fmt::format("{}: {}", item.chunk.file, fault.message));
    result_.has_failed = true;
  }
  result_.repairs += item.repairs + item.report.repairs();
  if (options_.compare && !result_.is_changed) result_.is_changed = differs(item);
  progress_.update(item.bytes_so_far);
}

void run_serial(Stages& stages) {
  PipelineItem item;
  while (stages.read(item)) {
    stages.check(item);
    stages.locate(item);
    stages.process(item);
    stages.write(item);
  }
}

void run_parallel(Stages& stages, unsigned jobs) {
  using tbb::filter_mode;
  using tbb::make_filter;
  // A ring buffer: at most this many items are in the pipeline, and they leave it in order, so the oldest one is free
  // when the next is read.
  std::vector<PipelineItem> items(2 * std::size_t{jobs});
  std::size_t next = 0;
  // What the serial stages hand over from one of their calls to the next.
  constexpr char kReading{};
  constexpr char kLocating{};
  constexpr char kWriting{};
  const auto read = [&](tbb::flow_control& control) -> PipelineItem* {
    const Handover reading(&kReading);
    PipelineItem& item = items[next++ % items.size()];
    const Handover handover(&item);
    if (!stages.read(item)) control.stop();
    return &item;
  };
  const auto check = [&](PipelineItem* item) {
    const Handover handover(item);
    stages.check(*item);
    return item;
  };
  const auto locate = [&](PipelineItem* item) {
    const Handover locating(&kLocating);
    const Handover handover(item);
    stages.locate(*item);
    return item;
  };
  const auto process = [&](PipelineItem* item) {
    const Handover handover(item);
    stages.process(*item);
    return item;
  };
  const auto write = [&](const PipelineItem* item) {
    const Handover writing(&kWriting);
    const Handover handover(item);
    stages.write(*item);
  };

  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, jobs);
  tbb::task_arena arena(static_cast<int>(jobs));
  release(&kReading);
  arena.execute([&] {
    tbb::parallel_pipeline(items.size(),
                           make_filter<void, PipelineItem*>(filter_mode::serial_in_order, read) &
                               make_filter<PipelineItem*, PipelineItem*>(filter_mode::parallel, check) &
                               make_filter<PipelineItem*, PipelineItem*>(filter_mode::serial_in_order, locate) &
                               make_filter<PipelineItem*, PipelineItem*>(filter_mode::parallel, process) &
                               make_filter<PipelineItem*, void>(filter_mode::serial_in_order, write));
  });
  acquire(&kReading);
  acquire(&kWriting);
}

}  // namespace

PipelineResult run_pipeline(Input& input, WorkerSource& workers, const ItemSink& sink, Diagnostics& diagnostics,
                            Progress& progress, const PipelineOptions& options) {
  Stages stages(input, workers, sink, diagnostics, progress, options);
  const unsigned jobs = startable_threads(options.jobs);
  if (jobs <= 1) {
    run_serial(stages);
  } else {
    run_parallel(stages, jobs);
  }
  return stages.result();
}

}  // namespace ku
