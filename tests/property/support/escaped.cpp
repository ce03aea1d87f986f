#include "support/escaped.hpp"

#include <fmt/core.h>

#include <cstdint>

#include "utf8/utf8.hpp"

namespace sorani::test {

std::string escaped(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const auto [value, length] = utf8::decode(text, at);
    const auto number = static_cast<std::uint32_t>(value);
    if (value >= utf8::kIllFormed) {
      fmt::format_to(std::back_inserter(out), "\\x{:02X}", number - utf8::kIllFormed);
    } else if (value == U'"' || value == U'\\') {
      fmt::format_to(std::back_inserter(out), "\\{:c}", static_cast<char>(value));
    } else if (value >= 0x20 && value < 0x7F) {
      out += static_cast<char>(value);
    } else {
      out += number > 0xFFFF ? fmt::format("\\u{{{:X}}}", number) : fmt::format("\\u{:04X}", number);
    }
    at += length;
  }
  return out + "\"";
}

}  // namespace sorani::test
