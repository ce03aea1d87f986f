#include "common/run_tool.hpp"
#include "ku-count/options.hpp"
#include "ku-count/run.hpp"

int main(int argc, char** argv) {
  ku::count::Options options;
  ku::CommandLine line("ku-count", ku::count::kSummary);
  ku::count::define_options(line, options);
  return ku::run_tool(argc, argv, line, options.common, [&](ku::Diagnostics& diagnostics) {
    ku::count::resolve_options(line, options);
    ku::count::run(options, diagnostics);
  });
}
