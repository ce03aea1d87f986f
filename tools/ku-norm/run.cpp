#include "ku-norm/run.hpp"

#include <memory>

#include "common/filter.hpp"
#include "common/output.hpp"
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

}  // namespace

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

}  // namespace ku::norm
