#include "ku-tok/formatters.hpp"

#include <array>
#include <charconv>

#include "ku-tok/row_buffer.hpp"

namespace ku::tok {
namespace {

using sorani::Token;

/// The names of the kinds, each followed by a tab.
std::array<Padded, sorani::kTokenKindCount> kind_columns() {
  std::array<Padded, sorani::kTokenKindCount> columns;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    columns[i].append(sorani::to_string(static_cast<sorani::TokenKind>(i)));
    columns[i].append("\t");
  }
  return columns;
}

}  // namespace

void LineFormatter::write(const Unit& unit, std::span<const Token> tokens, std::string& out) {
  bool is_first = true;
  for (const Token& token : tokens) {
    if (!is_first) out += ' ';
    is_first = false;
    out += token.text;
  }
  if (sentences_ && (!unit.ends_line || unit.is_terminated)) out += terminator_;
}

void LineFormatter::end_line(bool is_terminated, std::string& out) {
  if (!sentences_ && is_terminated) out += terminator_;
}

void ColumnFormatter::write(const Unit& /*unit*/, std::span<const Token> tokens, std::string& out) {
  for (const Token& token : tokens) {
    out += token.text;
    out += '\n';
  }
  if (!tokens.empty()) out += '\n';
}

void TsvFormatter::write(const Unit& unit, std::span<const Token> tokens, std::string& out) {
  static const auto kinds = kind_columns();
  if (tokens.empty()) return;
  Padded line;
  line.size = static_cast<std::size_t>(
      std::to_chars(line.bytes.data(), line.bytes.data() + line.bytes.size(), unit.line).ptr - line.bytes.data());
  line.append("\t");
  RowBuffer row(out);
  for (const Token& token : tokens) {
    const auto in_unit = static_cast<std::size_t>(token.text.data() - unit.text.data());
    const std::uint64_t start = unit.start + in_unit;
    row.begin();
    row.put(line);
    row.put(start);
    row.put('\t');
    row.put(start + token.text.size());
    row.put('\t');
    row.put(kinds[static_cast<std::size_t>(token.kind)]);
    row.put(token.text, unit.text.size() - in_unit);
    row.put('\n');
  }
  if (sentences_) row.put('\n');
}

}  // namespace ku::tok
