#pragma once

#include <string_view>

namespace ku {

/// The escape of a backslash, tab, newline or carriage return, as every text format of the tools writes it; empty for
/// any other character. The escapes of n-grams in the library are the same, but its tables are not public.
constexpr std::string_view escape_sequence(char32_t c) noexcept {
  switch (c) {
    case '\\':
      return R"(\\)";
    case '\t':
      return R"(\t)";
    case '\n':
      return R"(\n)";
    case '\r':
      return R"(\r)";
    default:
      return {};
  }
}

}  // namespace ku
