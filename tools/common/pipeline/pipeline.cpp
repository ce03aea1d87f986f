#include "common/pipeline/pipeline.hpp"

#include <fmt/format.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>

#include <atomic>
#include <cstddef>
#include <vector>

#include "common/pipeline/threads.hpp"
#include "common/text/utf8_check.hpp"

namespace ku {
namespace {

/// The stages that a piece goes through. `check` and `work` may run side by side, the others see the pieces in order,
/// each from one thread at a time.
class Stages {
 public:
  Stages(Input& input, WorkerPool& workers, const PieceSink& take, Diagnostics& diagnostics, Progress& progress,
         const PipelineOptions& options)
      : input_(input),
        workers_(workers),
        take_(take),
        diagnostics_(diagnostics),
        progress_(progress),
        options_(options) {}

  bool read(Piece& piece) { return !is_stopped_ && input_.next(piece); }
  void check(Piece& piece) const { ku::check(piece, options_.invalid); }
  void place(Piece& piece);
  void work(Piece& piece);
  void write(const Piece& piece);

  const PipelineResult& result() const { return result_; }

 private:
  bool differs(const Piece& piece) const {
    return piece.chunk.is_repaired || piece.is_converted || piece.out != piece.chunk.text;
  }

  Input& input_;
  WorkerPool& workers_;
  const PieceSink& take_;
  Diagnostics& diagnostics_;
  Progress& progress_;
  const PipelineOptions& options_;
  Placement placement_;
  PipelineResult result_;
  std::atomic<bool> is_stopped_ = false;
};

void Stages::place(Piece& piece) {
  placement_.place(piece);
  if (piece.fault) input_.abandon(piece.file_number);
}

void Stages::work(Piece& piece) {
  if (piece.is_dropped || piece.chunk.text.empty() || is_stopped_) return;
  Worker& worker = workers_.acquire();
  worker.process(piece.chunk, piece.out, piece.report);
  workers_.release(worker);
}

void Stages::write(const Piece& piece) {
  if (is_stopped_) return;
  for (const std::string& message : piece.messages) diagnostics_.error(message);
  if (!piece.messages.empty()) result_.has_failed = true;
  if (piece.is_dropped) return;
  take_(piece);
  for (const std::string& warning : piece.report.warnings()) diagnostics_.warning(warning);
  if (piece.report.is_stopped()) {
    // Where its text ends, what is wrong behind it too, does not matter any more.
    is_stopped_ = true;
    return;
  }
  if (piece.fault) {
    const Fault& fault = *piece.fault;
    diagnostics_.error(fault.has_place
                           ? fmt::format("{}:{}:{}: {}", piece.chunk.file, fault.line, fault.byte, fault.message)
                           : fmt::format("{}: {}", piece.chunk.file, fault.message));
    result_.has_failed = true;
  }
  result_.repairs += piece.repairs;
  if (options_.compare && !result_.is_changed) result_.is_changed = differs(piece);
  progress_.update(piece.bytes_so_far);
}

void run_alone(Stages& stages) {
  Piece piece;
  while (stages.read(piece)) {
    stages.check(piece);
    stages.place(piece);
    stages.work(piece);
    stages.write(piece);
  }
}

void run_parallel(Stages& stages, unsigned jobs) {
  using tbb::filter_mode;
  using tbb::make_filter;
  // At most this many pieces are in the pipeline, and they leave it in order: the oldest is free when one is needed.
  std::vector<Piece> pieces(2 * std::size_t{jobs});
  std::size_t next = 0;
  const auto read = [&](tbb::flow_control& control) -> Piece* {
    Piece& piece = pieces[next++ % pieces.size()];
    if (!stages.read(piece)) control.stop();
    return &piece;
  };
  const auto check = [&](Piece* piece) {
    stages.check(*piece);
    return piece;
  };
  const auto place = [&](Piece* piece) {
    stages.place(*piece);
    return piece;
  };
  const auto work = [&](Piece* piece) {
    stages.work(*piece);
    return piece;
  };
  const auto write = [&](const Piece* piece) { stages.write(*piece); };

  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, jobs);
  tbb::task_arena arena(static_cast<int>(jobs));
  arena.execute([&] {
    tbb::parallel_pipeline(pieces.size(), make_filter<void, Piece*>(filter_mode::serial_in_order, read) &
                                              make_filter<Piece*, Piece*>(filter_mode::parallel, check) &
                                              make_filter<Piece*, Piece*>(filter_mode::serial_in_order, place) &
                                              make_filter<Piece*, Piece*>(filter_mode::parallel, work) &
                                              make_filter<Piece*, void>(filter_mode::serial_in_order, write));
  });
}

}  // namespace

PipelineResult run_pipeline(Input& input, WorkerPool& workers, const PieceSink& take, Diagnostics& diagnostics,
                            Progress& progress, const PipelineOptions& options) {
  Stages stages(input, workers, take, diagnostics, progress, options);
  const unsigned jobs = startable_threads(options.jobs);
  if (jobs <= 1) {
    run_alone(stages);
  } else {
    run_parallel(stages, jobs);
  }
  return stages.result();
}

}  // namespace ku
