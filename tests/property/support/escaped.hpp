#pragma once

#include <string>
#include <string_view>

namespace sorani::test {

/// A text as messages show it: printable ASCII as it is, other characters as \uXXXX or \u{XXXXX}, bytes of ill-formed
/// UTF-8 as \xXX.
std::string escaped(std::string_view text);

}  // namespace sorani::test
