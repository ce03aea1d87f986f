#pragma once

namespace ku::lid {

/// The tool as a function: takes the arguments of `main`, the name of the program first, and returns the exit status.
int run_tool(int argc, char** argv) noexcept;

}  // namespace ku::lid
