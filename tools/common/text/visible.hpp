#pragma once

#include <string>
#include <string_view>

namespace ku {

/// Appends `text` as it can be shown in a column of a table, so that nothing is hidden and no two texts look alike:
/// backslash as \\, tab, newline and carriage return as \t, \n, \r; other control, format, zero-width, unassigned and
/// private-use characters, spaces other than U+0020, and combining marks at the start of the text as \uXXXX or
/// \UXXXXXXXX; bytes that are not UTF-8 as \xXX. The rest stays as it is.
void append_visible(std::string_view text, std::string& out);

}  // namespace ku
