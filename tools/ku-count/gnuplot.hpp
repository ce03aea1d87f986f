#pragma once

#include <string>

namespace ku::count {

/// Throws `FatalError` that says what to do if gnuplot is not installed.
void require_gnuplot();

/// Runs gnuplot on a script and puts what it prints into `file`, which appears, or is replaced, only if it succeeds.
/// Throws `FatalError`.
void run_gnuplot(const std::string& script, const std::string& file);

}  // namespace ku::count
