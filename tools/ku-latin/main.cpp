#include "common/run_tool.hpp"
#include "ku-latin/options.hpp"
#include "ku-latin/run.hpp"

int main(int argc, char** argv) {
  ku::latin::Options options;
  ku::CommandLine line("ku-latin", ku::latin::kSummary);
  ku::latin::define_options(line, options);
  return ku::run_tool(argc, argv, line, options.common, [&](ku::Diagnostics& diagnostics) {
    ku::latin::resolve_options(line, options);
    ku::latin::run(options, diagnostics);
  });
}
