#pragma once

#include <sorani/tokenizer.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace ku {

/// The names of all kinds of tokens, in the order of `TokenKind`.
std::vector<std::string> kind_names();

/// Parses a list of kinds of tokens separated by commas. Throws `UsageError`, which begins with `option`.
sorani::TokenKinds parse_kinds(std::string_view option, const std::string& value);

}  // namespace ku
