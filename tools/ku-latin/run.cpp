#include "ku-latin/run.hpp"

#include <fmt/core.h>

#include <iterator>
#include <memory>
#include <string>

#include "common/cli/run/filter.hpp"
#include "common/cli/run/run_tool.hpp"
#include "common/io/output/output.hpp"
#include "ku-latin/options.hpp"
#include "ku-latin/workers.hpp"

namespace ku::latin {
namespace {

void list_schemes() {
  std::string table;
  for (const auto& scheme : sorani::Transliterator::schemes()) {
    fmt::format_to(std::back_inserter(table), "{}\t{}\n", scheme.name, scheme.description);
  }
  Output output;
  output.write(table);
  output.commit();
}

void run(const Options& options, Diagnostics& diagnostics) {
  if (options.list_schemes) return list_schemes();
  const sorani::Transliterator transliterator(options.transliterator);
  WorkerPool<> workers([&]() -> std::unique_ptr<Worker> {
    if (options.best > 0) return std::make_unique<ReadingsWorker>(transliterator, options.best);
    return std::make_unique<TextWorker>(transliterator);
  });
  filter(options.common, workers, diagnostics);
}

}  // namespace

int run_tool(int argc, char** argv) noexcept {
  return ku::run_tool("ku-latin", [&](Diagnostics& diagnostics) {
    Options options;
    CommandLine line("ku-latin", kSummary);
    define_options(line, options);
    if (handle_help_and_version(argc, argv, line, options.common, diagnostics)) return;
    resolve_options(line, options);
    run(options, diagnostics);
  });
}

}  // namespace ku::latin
