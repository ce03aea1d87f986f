#include "common/run_tool.hpp"
#include "ku-tok/options.hpp"
#include "ku-tok/run.hpp"

int main(int argc, char** argv) {
  ku::tok::Options options;
  ku::CommandLine line("ku-tok", ku::tok::kSummary);
  ku::tok::define_options(line, options);
  return ku::run_tool(argc, argv, line, options.common, [&](ku::Diagnostics& diagnostics) {
    ku::tok::resolve_options(line, options);
    ku::tok::run(options, diagnostics);
  });
}
