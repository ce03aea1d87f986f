#pragma once

#include <string>

#include "common/cli/command_line.hpp"

namespace ku {

/// What --help prints: usage, summary, the options by group. No line is longer than 80 columns.
std::string help_text(const CommandLine& line);

/// How an option is written: "-o, --output FILE", "-i, --in-place[=SUFFIX]".
std::string option_form(const Option& option);

}  // namespace ku
