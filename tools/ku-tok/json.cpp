#include <fmt/format.h>

#include <iterator>

#include "ku-tok/formatters.hpp"

namespace ku::tok {
namespace {

/// A JSON string.
void append_string(std::string_view text, std::string& out) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  out += '"';
}

}  // namespace

void JsonFormatter::write(const Unit& unit, std::span<const sorani::Token> tokens, std::string& out) {
  const auto to = std::back_inserter(out);
  fmt::format_to(to, R"({{"line":{},"start":{},"end":{},"text":)", unit.line, unit.start,
                 unit.start + unit.text.size());
  append_string(unit.text, out);
  out += R"(,"tokens":[)";
  bool is_first = true;
  for (const sorani::Token& token : tokens) {
    if (!is_first) out += ',';
    is_first = false;
    const std::uint64_t start = unit.start + static_cast<std::uint64_t>(token.text.data() - unit.text.data());
    fmt::format_to(to, R"({{"start":{},"end":{},"kind":"{}","text":)", start, start + token.text.size(),
                   sorani::to_string(token.kind));
    append_string(token.text, out);
    out += '}';
  }
  out += "]}\n";
}

}  // namespace ku::tok
