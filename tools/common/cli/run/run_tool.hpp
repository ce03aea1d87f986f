#pragma once

#include <functional>

#include "common/cli/command_line.hpp"
#include "common/cli/options.hpp"
#include "common/io/diagnostics.hpp"

namespace ku {

/// The main function of a tool: runs `work` and returns the exit status. Exceptions become messages: `UsageError` and
/// `sorani::Error` with status 2, others with the error status of `Diagnostics`.
int run_tool(const char* program, const std::function<void(Diagnostics&)>& work) noexcept;

/// Parses the command line and prints the answer to --help or --version; returns true if there was one, and the tool is
/// done. Throws `UsageError`.
bool handle_help_and_version(int argc, char** argv, CommandLine& line, const CommonOptions& options,
                             Diagnostics& diagnostics);

}  // namespace ku
