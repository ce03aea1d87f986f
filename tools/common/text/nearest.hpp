#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ku {

/// Insertions, deletions, substitutions and swaps of neighbors that make one text of the other; in bytes.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// "; did you mean 'NAME'?" with the nearest of the names, or nothing if none is near.
std::string did_you_mean(std::string_view written, const std::vector<std::string>& names);

/// Throws `UsageError` if `value` is not one of `choices`; the message begins with the name of the option.
void refuse_other_than(const std::vector<std::string>& choices, std::string_view option, std::string_view value);

}  // namespace ku
