#include "ku-norm/run.hpp"

#include <algorithm>
#include <memory>
#include <string_view>

#include "common/cli/run_tool.hpp"
#include "common/io/output/output.hpp"
#include "common/pipeline/filter.hpp"
#include "ku-norm/options.hpp"
#include "ku-norm/tables.hpp"
#include "ku-norm/workers.hpp"

namespace ku::norm {
namespace {

std::unique_ptr<Worker> make_worker(const Options& options, const sorani::Normalizer& normalizer) {
  if (options.mode == Mode::explain) return std::make_unique<ExplainWorker>(normalizer);
  if (options.mode == Mode::check) return std::make_unique<CheckWorker>(normalizer);
  if (options.stats) return std::make_unique<CountingWorker>(normalizer);
  return std::make_unique<NormalizeWorker>(normalizer);
}

void list_rules(const sorani::Normalizer& normalizer) {
  Output output;
  output.write(rule_table(normalizer));
  output.commit();
}

void report_counts(const WorkerPool& workers, Diagnostics& diagnostics) {
  RuleCounts counts;
  for (const auto& worker : workers.all()) {
    for (const auto& [rule, count] : static_cast<const CountingWorker&>(*worker).counts()) counts[rule] += count;
  }
  diagnostics.print(count_table(counts));
}

bool has_found_change(const WorkerPool& workers) {
  for (const auto& worker : workers.all()) {
    if (static_cast<const CheckWorker&>(*worker).has_found_change()) return true;
  }
  return false;
}

void run(const Options& options, Diagnostics& diagnostics) {
  const sorani::Normalizer normalizer(options.normalizer);
  if (options.mode == Mode::list_rules) return list_rules(normalizer);

  WorkerPool workers([&] { return make_worker(options, normalizer); });
  if (options.in_place) {
    rewrite_in_place(options.common, options.backup_suffix, workers, diagnostics);
  } else {
    filter(options.common, workers, diagnostics);
  }
  if (options.stats) report_counts(workers, diagnostics);
  if (options.mode == Mode::check && has_found_change(workers)) diagnostics.raise_status(1);
}

}  // namespace

int run_tool(int argc, char** argv) noexcept {
  return ku::run_tool("ku-norm", [&](Diagnostics& diagnostics) {
    // 1 is an answer then, so it must not mean trouble from the start.
    const auto is_check = [](const char* argument) { return std::string_view(argument) == "--check"; };
    if (std::any_of(argv, argv + argc, is_check)) diagnostics.set_error_status(2);
    Options options;
    CommandLine line("ku-norm", kSummary);
    define_options(line, options);
    if (is_answered(argc, argv, line, options.common, diagnostics)) return;
    resolve_options(line, options);
    run(options, diagnostics);
  });
}

}  // namespace ku::norm
