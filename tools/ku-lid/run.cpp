#include "ku-lid/run.hpp"

#include <memory>
#include <string>

#include "common/cli/run/filter.hpp"
#include "common/cli/run/run_tool.hpp"
#include "common/io/output/output.hpp"
#include "ku-lid/options.hpp"
#include "ku-lid/workers.hpp"

namespace ku::lid {
namespace {

void list_languages() {
  Output output;
  for (std::size_t i = 0; i < sorani::kLanguageCount; ++i) {
    const auto language = static_cast<sorani::Language>(i);
    output.write(std::string(to_string(language)) + '\t' + std::string(english_name(language)) + '\n');
  }
  output.commit();
}

void keep(const Options& options, Diagnostics& diagnostics) {
  WorkerPool<KeepWorker> workers([&] { return std::make_unique<KeepWorker>(options); });
  filter(options.common, workers, diagnostics);
  for (const auto& worker : workers.all()) {
    if (worker->has_kept()) return;
  }
  diagnostics.raise_status(1);
}

void run(const Options& options, Diagnostics& diagnostics) {
  if (options.list_languages) return list_languages();
  if (!options.keep.empty()) return keep(options, diagnostics);
  WorkerPool<> workers([&] { return std::make_unique<LabelWorker>(options); });
  filter(options.common, workers, diagnostics);
}

}  // namespace

int run_tool(int argc, char** argv) noexcept {
  return ku::run_tool("ku-lid", [&](Diagnostics& diagnostics) {
    Options options;
    CommandLine line("ku-lid", kSummary);
    define_options(line, options);
    if (handle_help_and_version(argc, argv, line, options.common, diagnostics)) return;
    // With --keep, status 1 is an answer, so errors have status 2.
    if (!options.keep.empty()) diagnostics.set_error_status(2);
    resolve_options(line, options);
    run(options, diagnostics);
  });
}

}  // namespace ku::lid
