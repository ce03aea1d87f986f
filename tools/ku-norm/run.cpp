#include "ku-norm/run.hpp"

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "common/cli/run/filter.hpp"
#include "common/cli/run/run_tool.hpp"
#include "common/io/output/output.hpp"
#include "ku-norm/options.hpp"
#include "ku-norm/tables.hpp"
#include "ku-norm/workers.hpp"

namespace ku::norm {
namespace {

void list_rules(const sorani::Normalizer& normalizer) {
  Output output;
  output.write(rule_table(normalizer));
  output.commit();
}

/// Runs the workers over all files. `before_commit` is called once all input has been read; in place, after the last
/// file.
void process(
    const Options& options, WorkerSource& workers, Diagnostics& diagnostics,
    const std::function<void()>& before_commit = [] {}) {
  if (options.in_place) {
    rewrite_in_place(options.common, options.backup_suffix, workers, diagnostics);
    before_commit();
  } else {
    filter(options.common, workers, diagnostics, before_commit);
  }
}

/// Runs workers of type `W` over all files. Returns the pool, for what its workers have gathered.
template <typename W>
std::unique_ptr<WorkerPool<W>> run_workers(const Options& options, const sorani::Normalizer& normalizer,
                                           Diagnostics& diagnostics) {
  auto workers = std::make_unique<WorkerPool<W>>([&] { return std::make_unique<W>(normalizer); });
  process(options, *workers, diagnostics);
  return workers;
}

void normalize_and_count(const Options& options, const sorani::Normalizer& normalizer, Diagnostics& diagnostics) {
  WorkerPool<CountingWorker> workers([&] { return std::make_unique<CountingWorker>(normalizer); });
  std::string table;
  const auto count = [&] {
    RuleCounts total;
    for (const auto& worker : workers.all()) {
      for (const auto& [rule, changes] : worker->counts()) total[rule] += changes;
    }
    table = count_table(total);
  };
  process(options, workers, diagnostics, count);
  diagnostics.print(table);
}

void check(const Options& options, const sorani::Normalizer& normalizer, Diagnostics& diagnostics) {
  const auto workers = run_workers<CheckWorker>(options, normalizer, diagnostics);
  for (const auto& worker : workers->all()) {
    if (worker->has_found_change()) diagnostics.raise_status(1);
  }
}

void run(const Options& options, Diagnostics& diagnostics) {
  const sorani::Normalizer normalizer(options.normalizer);
  switch (options.mode) {
    case Mode::list_rules:
      return list_rules(normalizer);
    case Mode::check:
      return check(options, normalizer, diagnostics);
    case Mode::suggest: {
      WorkerPool<> workers([&] { return std::make_unique<SuggestWorker>(normalizer, options.suggestions); });
      return filter(options.common, workers, diagnostics);
    }
    case Mode::explain:
      run_workers<ExplainWorker>(options, normalizer, diagnostics);
      return;
    case Mode::write:
      if (options.stats) return normalize_and_count(options, normalizer, diagnostics);
      run_workers<NormalizeWorker>(options, normalizer, diagnostics);
  }
}

}  // namespace

int run_tool(int argc, char** argv) noexcept {
  return ku::run_tool("ku-norm", [&](Diagnostics& diagnostics) {
    // With --check, status 1 is an answer, so errors have status 2: those of the command line too, hence before
    // parsing.
    const auto is_check = [](const char* argument) { return std::string_view(argument) == "--check"; };
    if (std::any_of(argv, argv + argc, is_check)) diagnostics.set_error_status(2);
    Options options;
    CommandLine line("ku-norm", kSummary);
    define_options(line, options);
    if (handle_help_and_version(argc, argv, line, options.common, diagnostics)) return;
    resolve_options(line, options);
    run(options, diagnostics);
  });
}

}  // namespace ku::norm
