#include "support/escaped.hpp"

#include <fmt/format.h>

#include <cstdint>

#include "unicode/utf8.hpp"

namespace sorani::test {

std::string escaped(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const auto [value, length] = unicode::decode(text, at);
    const auto number = static_cast<std::uint32_t>(value);
    if (value >= unicode::kIllFormed) {
      fmt::format_to(std::back_inserter(out), "\\x{:02X}", number - unicode::kIllFormed);
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
