#pragma once

#include <functional>

#include "common/command_line.hpp"
#include "common/diagnostics.hpp"
#include "common/options.hpp"

namespace ku {

/// The main function of a tool: reads the command line, answers --help and --version, and runs `work`. Returns the exit
/// status. What `work` throws becomes a message: `UsageError` and `sorani::Error` with status 2, others with 1.
int run_tool(int argc, char** argv, CommandLine& line, const CommonOptions& options,
             const std::function<void(Diagnostics&)>& work);

}  // namespace ku
