#include "common/text/escapes/json.hpp"

#include <array>

#include "ku-tok/formatters.hpp"
#include "ku-tok/row_buffer.hpp"

namespace ku::tok {
namespace {

/// What stands between the end of a token and its text, for each kind.
std::array<Padded, sorani::kTokenKindCount> kind_members() {
  std::array<Padded, sorani::kTokenKindCount> members;
  for (std::size_t i = 0; i < members.size(); ++i) {
    members[i].append(R"(,"kind":")");
    members[i].append(sorani::to_string(static_cast<sorani::TokenKind>(i)));
    members[i].append(R"(","text":)");
  }
  return members;
}

}  // namespace

void JsonFormatter::write(const Unit& unit, std::span<const sorani::Token> tokens, std::string& out) {
  static constexpr Padded kLine(R"({"line":)");
  static constexpr Padded kStart(R"(,"start":)");
  static constexpr Padded kEnd(R"(,"end":)");
  static constexpr Padded kText(R"(,"text":)");
  static constexpr Padded kTokens(R"(,"tokens":[)");
  static constexpr Padded kFirst(R"({"start":)");
  static constexpr Padded kNext(R"(,{"start":)");
  static const auto kinds = kind_members();

  RowBuffer row(out);
  row.put(kLine);
  row.put(unit.line);
  row.put(kStart);
  row.put(unit.start);
  row.put(kEnd);
  row.put(unit.start + unit.text.size());
  row.put(kText);
  append_json_string(unit.text, row.flushed());
  row.put(kTokens);
  const Padded* before = &kFirst;
  for (const sorani::Token& token : tokens) {
    const auto in_unit = static_cast<std::size_t>(token.text.data() - unit.text.data());
    const std::uint64_t start = unit.start + in_unit;
    row.begin();
    row.put(*before);
    row.put(start);
    row.put(kEnd);
    row.put(start + token.text.size());
    row.put(kinds[static_cast<std::size_t>(token.kind)]);
    if (is_plain_in_json(token.text)) {
      row.put('"');
      row.put(token.text, unit.text.size() - in_unit);
      row.put('"');
    } else {
      append_json_string(token.text, row.flushed());
    }
    row.put('}');
    before = &kNext;
  }
  row.begin();
  row.put(Padded("]}\n"));
}

}  // namespace ku::tok
