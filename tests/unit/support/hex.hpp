#pragma once

#include <fmt/core.h>

#include <cstdint>
#include <string>

namespace sorani::test {

/// A code point for messages.
inline std::string hex(char32_t c) { return fmt::format("U+{:04X}", static_cast<std::uint32_t>(c)); }

}  // namespace sorani::test
