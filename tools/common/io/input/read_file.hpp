#pragma once

#include <string>

namespace ku {

/// All bytes of a file; `-` is standard input. For small files that options name. Throws `FatalError`.
std::string read_file(const std::string& file);

}  // namespace ku
