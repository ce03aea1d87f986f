#pragma once

#include <functional>

#include "common/cli/command_line.hpp"
#include "common/cli/options.hpp"
#include "common/io/diagnostics.hpp"

namespace ku {

/// The main function of a tool: runs `work` and returns the exit status. Whatever it throws becomes a message:
/// `UsageError` and `sorani::Error` with status 2, others with that of errors.
int run_tool(const char* program, const std::function<void(Diagnostics&)>& work) noexcept;

/// Reads the command line, and answers --help and --version: true if that was asked for and there is no more to do.
/// Throws `UsageError`.
bool is_answered(int argc, char** argv, CommandLine& line, const CommonOptions& options, Diagnostics& diagnostics);

}  // namespace ku
