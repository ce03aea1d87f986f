#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cpp_writer.hpp"
#include "normalize/patterns.hpp"

namespace tablegen {

/// Rule names in the order of normalize-rules.tsv.
using RuleNames = std::vector<std::string>;

/// Writes the rows of normalize-mappings.tsv and of the tables that they name: replacements of single characters,
/// patterns, digits of tokens, transient characters. Returns the sets that the file defines. Throws `Error` with the
/// line of a row that is malformed.
NamedSets write_mappings(CppWriter& out, const std::filesystem::path& data, const RuleNames& rules);

}  // namespace tablegen
