#pragma once

#include <string>
#include <string_view>

namespace ku {

/// What --version prints: the version of the library, that of Unicode, and those of the libraries that the results may
/// depend on.
std::string version_text(std::string_view program);

}  // namespace ku
