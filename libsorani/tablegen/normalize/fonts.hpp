#pragma once

#include <filesystem>

#include "cpp_writer.hpp"
#include "normalize/patterns.hpp"

namespace tablegen {

/// Writes the rows of legacy-fonts.tsv. Throws `Error` with the line of a row that is malformed.
void write_fonts(CppWriter& out, const std::filesystem::path& file, const NamedSets& sets);

}  // namespace tablegen
