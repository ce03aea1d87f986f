#pragma once

#include <string>
#include <string_view>

#include "docgen/manual.hpp"
#include "docgen/tools.hpp"

namespace ku::docgen {

/// The manual page, in mdoc(7). Throws `std::runtime_error` if the manual describes an option that the tool does not
/// have.
std::string man_page(const Tool& tool, const Manual& manual);

/// A page that is prose alone, about no single tool.
std::string overview_page(int section, const Manual& manual);

/// The completion script for each shell.
std::string bash_completion(const Tool& tool);
std::string zsh_completion(const Tool& tool);
std::string fish_completion(const Tool& tool);

/// The values that completion offers, separated by spaces.
std::string words(const Option& option);

/// The beginning of the help of an option, up to the first semicolon, colon or parenthesis.
std::string_view brief_help(const Option& option);

/// `text` with `escape` inserted before each of `characters`.
std::string escaped(std::string_view text, std::string_view characters, std::string_view escape = "\\");

}  // namespace ku::docgen
