#pragma once

#include <string>
#include <string_view>

namespace ku {

/// Parses a number from 0 to 1, without an exponent. Throws `UsageError`, which begins with `option`.
double parse_probability(std::string_view option, const std::string& value);

}  // namespace ku
