#include "common/run_tool.hpp"
#include "ku-norm/options.hpp"
#include "ku-norm/run.hpp"

int main(int argc, char** argv) {
  ku::norm::Options options;
  ku::CommandLine line("ku-norm", ku::norm::kSummary);
  ku::norm::define_options(line, options);
  return ku::run_tool(argc, argv, line, options.common, [&](ku::Diagnostics& diagnostics) {
    ku::norm::resolve_options(line, options);
    ku::norm::run(options, diagnostics);
  });
}
