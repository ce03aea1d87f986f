#pragma once

#include <string>

#include "common/cli/command_line.hpp"

namespace ku {

/// The text of --help: usage, summary, the options by group. Lines have at most 80 columns.
std::string help_text(const CommandLine& line);

/// An option with its names and value: "-o, --output FILE", "-i, --in-place[=SUFFIX]".
std::string option_form(const Option& option);

}  // namespace ku
