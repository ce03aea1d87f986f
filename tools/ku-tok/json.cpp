#include <fmt/core.h>

#include <iterator>

#include "common/text/escapes/json.hpp"
#include "ku-tok/formatters.hpp"

namespace ku::tok {
void JsonFormatter::write(const Unit& unit, std::span<const sorani::Token> tokens, std::string& out) {
  const auto to = std::back_inserter(out);
  fmt::format_to(to, R"({{"line":{},"start":{},"end":{},"text":)", unit.line, unit.start,
                 unit.start + unit.text.size());
  append_json_string(unit.text, out);
  out += R"(,"tokens":[)";
  bool is_first = true;
  for (const sorani::Token& token : tokens) {
    if (!is_first) out += ',';
    is_first = false;
    const std::uint64_t start = unit.start + static_cast<std::uint64_t>(token.text.data() - unit.text.data());
    fmt::format_to(to, R"({{"start":{},"end":{},"kind":"{}","text":)", start, start + token.text.size(),
                   sorani::to_string(token.kind));
    append_json_string(token.text, out);
    out += '}';
  }
  out += "]}\n";
}

}  // namespace ku::tok
