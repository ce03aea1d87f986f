// The output format CoNLL-U: https://universaldependencies.org/format.html

#include <array>

#include "common/text/escapes/escapes.hpp"
#include "ku-tok/formatters.hpp"
#include "ku-tok/row_buffer.hpp"

namespace ku::tok {
namespace {

using sorani::Token;
using sorani::TokenKind;

/// The universal part of speech, for kinds of tokens that determine it.
std::string_view part_of_speech(TokenKind kind) {
  switch (kind) {
    case TokenKind::number:
      return "NUM";
    case TokenKind::punctuation:
      return "PUNCT";
    case TokenKind::symbol:
    case TokenKind::emoji:
      return "SYM";
    default:
      return "_";
  }
}

/// The columns LEMMA to DEPS of each kind, with the tabs around them.
std::array<Padded, sorani::kTokenKindCount> part_of_speech_columns() {
  std::array<Padded, sorani::kTokenKindCount> columns;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    columns[i].append("\t_\t");
    columns[i].append(part_of_speech(static_cast<TokenKind>(i)));
    columns[i].append("\t_\t_\t_\t_\t_\t");
  }
  return columns;
}

/// White space in the escapes of UDPipe's SpacesAfter.
void append_escaped(std::string_view gap, std::string& out) {
  for (const char c : gap) {
    if (c == ' ') {
      out += R"(\s)";
    } else if (c == '|') {
      out += R"(\p)";
    } else if (const std::string_view escape = escape_sequence(static_cast<unsigned char>(c)); !escape.empty()) {
      out += escape;
    } else {
      out += c;
    }
  }
}

std::string_view between(const char* from, const char* to) { return {from, static_cast<std::size_t>(to - from)}; }

const char* end_of(std::string_view text) { return text.data() + text.size(); }

/// The column MISC of a token with the white space `before` and `after` it.
void put_misc(std::string_view before, std::string_view after, RowBuffer& row) {
  static constexpr Padded kNothing("_");
  static constexpr Padded kNoSpace("SpaceAfter=No");
  static constexpr Padded kBefore("SpacesBefore=");
  static constexpr Padded kAfter("SpacesAfter=");
  if (before.empty() && after == " ") {
    row.put(kNothing);
    return;
  }
  if (!before.empty()) {
    row.put(kBefore);
    append_escaped(before, row.flushed());
    if (after != " ") row.put('|');
  }
  if (after.empty()) {
    row.put(kNoSpace);
  } else if (after != " ") {
    row.put(kAfter);
    append_escaped(after, row.flushed());
  }
}

}  // namespace

void ConlluFormatter::write(const Unit& unit, std::span<const Token> tokens, std::string& out) {
  static constexpr Padded kId("# sent_id = ");
  static constexpr Padded kText("\n# text = ");
  static const auto kinds = part_of_speech_columns();
  const auto readable = [&](const char* from) { return static_cast<std::size_t>(end_of(unit.text) - from); };

  RowBuffer row(out);
  row.put(kId);
  row.put(unit.line);
  if (sentences_) {
    row.put('.');
    row.put(unit.start);
  }
  row.put(kText);
  const char* end = nullptr;
  for (const Token& token : tokens) {
    row.begin();
    if (end != nullptr && end != token.text.data()) row.put(' ');
    row.put(token.text, readable(token.text.data()));
    end = end_of(token.text);
  }
  row.put('\n');
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    const bool is_last = i + 1 == tokens.size();
    const std::string_view after = is_last ? unit.after : between(end_of(token.text), tokens[i + 1].text.data());
    row.begin();
    row.put(std::uint64_t{i} + 1);
    row.put('\t');
    row.put(token.text, readable(token.text.data()));
    row.put(kinds[static_cast<std::size_t>(token.kind)]);
    put_misc(i == 0 ? unit.before : std::string_view(), after, row);
    row.put('\n');
  }
  row.begin();
  row.put('\n');
}

}  // namespace ku::tok
