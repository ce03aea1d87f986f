#pragma once

#include <optional>
#include <string>

namespace ku::count {

/// Throws `FatalError` that says what to do if gnuplot is not installed.
void require_gnuplot();

/// Runs gnuplot on a script and returns what it prints, or nothing if it fails, which it says itself. Throws
/// `FatalError` if it cannot be run.
std::optional<std::string> run_gnuplot(const std::string& script);

}  // namespace ku::count
