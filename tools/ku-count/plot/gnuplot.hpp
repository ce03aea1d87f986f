#pragma once

#include <optional>
#include <string>

namespace ku::count {

/// Throws `FatalError`, with the name of the package, if gnuplot is not installed.
void require_gnuplot();

/// Runs gnuplot on a script and returns its standard output; nothing if it fails (it writes its own message to standard
/// error). Throws `FatalError` if it cannot be run.
std::optional<std::string> run_gnuplot(const std::string& script);

}  // namespace ku::count
