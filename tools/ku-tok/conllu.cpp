// The output format CoNLL-U: https://universaldependencies.org/format.html

#include <fmt/core.h>

#include <iterator>

#include "common/text/escapes/escapes.hpp"
#include "ku-tok/formatters.hpp"

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
void append_misc(std::string_view before, std::string_view after, std::string& out) {
  if (before.empty() && after == " ") {
    out += '_';
    return;
  }
  if (!before.empty()) {
    out += "SpacesBefore=";
    append_escaped(before, out);
    if (after != " ") out += '|';
  }
  if (after.empty()) {
    out += "SpaceAfter=No";
  } else if (after != " ") {
    out += "SpacesAfter=";
    append_escaped(after, out);
  }
}

}  // namespace

void ConlluFormatter::write(const Unit& unit, std::span<const Token> tokens, std::string& out) {
  const auto to = std::back_inserter(out);
  fmt::format_to(to, "# sent_id = {}", unit.line);
  if (sentences_) fmt::format_to(to, ".{}", unit.start);
  out += "\n# text = ";
  const char* end = nullptr;
  for (const Token& token : tokens) {
    if (end != nullptr && end != token.text.data()) out += ' ';
    out += token.text;
    end = end_of(token.text);
  }
  out += '\n';
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    const bool is_last = i + 1 == tokens.size();
    const std::string_view after = is_last ? unit.after : between(end_of(token.text), tokens[i + 1].text.data());
    fmt::format_to(to, "{}\t{}\t_\t{}\t_\t_\t_\t_\t_\t", i + 1, token.text, part_of_speech(token.kind));
    append_misc(i == 0 ? unit.before : std::string_view(), after, out);
    out += '\n';
  }
  out += '\n';
}

}  // namespace ku::tok
