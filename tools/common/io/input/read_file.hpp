#pragma once

#include <string>

namespace ku {

/// Reads a whole file; `-` is standard input. For small files named by options. Throws `FatalError`.
std::string read_file(const std::string& file);

}  // namespace ku
