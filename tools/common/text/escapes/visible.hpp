#pragma once

#include <string>
#include <string_view>

namespace ku {

/// Appends `text` escaped for display in a message or a column of a table: nothing is invisible, and the escaping is
/// unambiguous. Backslash becomes \\; tab, newline and carriage return \t, \n, \r; other control, format, zero-width,
/// unassigned and private-use characters, spaces other than U+0020, and a combining mark at the start of the text
/// \uXXXX or \UXXXXXXXX; ill-formed bytes \xXX. Other characters are unchanged.
void append_visible(std::string_view text, std::string& out);

}  // namespace ku
