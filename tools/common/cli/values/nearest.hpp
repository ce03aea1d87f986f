#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ku {

/// The optimal string alignment distance of two texts, in bytes: the least number of insertions, deletions,
/// substitutions and transpositions of adjacent bytes that turn one into the other.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// "; did you mean 'NAME'?" with the nearest of the names, or an empty string if none is near.
std::string did_you_mean(std::string_view written, const std::vector<std::string>& names);

/// Throws `UsageError`, which begins with `option`, if `value` is not one of `choices`.
void require_one_of(const std::vector<std::string>& choices, std::string_view option, std::string_view value);

}  // namespace ku
