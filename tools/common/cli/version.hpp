#pragma once

#include <string>
#include <string_view>

namespace ku {

/// The text of --version: the versions of libsorani, of Unicode, and of the libraries that results may depend on.
std::string version_text(std::string_view program);

}  // namespace ku
