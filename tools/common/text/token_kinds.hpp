#pragma once

#include <bitset>
#include <sorani/tokenizer.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace ku {

/// A set of kinds of tokens, by their numbers.
using Kinds = std::bitset<sorani::kTokenKindCount>;

/// The names of all kinds.
std::vector<std::string> kind_names();

/// Names of kinds with commas between. Throws `UsageError`, which begins with `option`.
Kinds parse_kinds(std::string_view option, const std::string& value);

}  // namespace ku
