#pragma once

#include <memory>
#include <string>
#include <vector>

namespace ku {

class Option;

/// Rewrites options with an optional value to one form, which CLI11 can parse: `--NAME==VALUE`, or `--NAME` if there is
/// no value. Accepted are a value right after the short name, as in sed (`-i.bak`), or after `=` (`-i=.bak`,
/// `--in-place=.bak`), also after other short flags (`-qi.bak`). Other arguments are unchanged.
std::vector<std::string> normalize_optional_values(std::vector<std::string> arguments,
                                                   const std::vector<std::unique_ptr<Option>>& options);

}  // namespace ku
