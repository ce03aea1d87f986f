#include "docgen/mdoc.hpp"

#include <fmt/core.h>
#include <sorani/version.hpp>

#include <algorithm>
#include <cctype>

namespace ku::docgen {
namespace {

/// Escapes a line that roff would read as a request.
std::string guarded(std::string line) {
  const bool is_request = line.starts_with('.') || line.starts_with('\'');
  return is_request ? "\\&" + line : line;
}

/// Text with `code` in bold.
std::string formatted(std::string_view text) {
  std::string line;
  bool in_code = false;
  for (const char c : text) {
    if (c == '`') {
      in_code = !in_code;
      line += in_code ? "\\fB" : "\\fR";
    } else if (c == '\\') {
      line += "\\e";
    } else if (c == '-' && in_code) {
      line += "\\-";
    } else {
      line += c;
    }
  }
  return line;
}

std::string literal_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    if (c == '\\') {
      line += "\\e";
    } else if (c == '-') {
      line += "\\-";
    } else {
      line += c;
    }
  }
  if (line.ends_with(' ') || line.ends_with('\t')) line += "\\&";
  return guarded(line);
}

/// The length of a text as roff sees it: a character that is not ASCII is an escape, such as \[u06D5].
std::size_t roff_width(std::string_view text) {
  std::size_t width = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) width += 1;
    if (byte >= 0xC0) width += std::string_view("\\[u06D5]").size();
  }
  return width;
}

/// Breaks a line of text at spaces, so that lines are at most 80 wide where their words allow it.
std::string wrapped(std::string_view text) {
  constexpr std::size_t kMaxWidth = 80;
  std::string lines;
  std::string line;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    if (!line.empty() && roff_width(line) + 1 + roff_width(word) > kMaxWidth) {
      lines += guarded(line) + '\n';
      line.clear();
    }
    line.append(line.empty() ? "" : " ").append(word);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines + guarded(line) + '\n';
}

std::string literal_lines(std::string_view text) {
  std::string lines = ".Bd -literal -offset indent\n";
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines += literal_line(text.substr(0, end)) + '\n';
    text.remove_prefix(end + 1);
  }
  return lines + ".Ed\n";
}

/// Converts "2025-01-31" to the date format of mdoc: "January 31, 2025".
std::string page_date(const std::string& date) {
  constexpr std::string_view kMonths[] = {"January", "February", "March",     "April",   "May",      "June",
                                          "July",    "August",   "September", "October", "November", "December"};
  const auto month = static_cast<std::size_t>(std::stoi(date.substr(5, 2)));
  return fmt::format("{} {}, {}", kMonths[month - 1], std::stoi(date.substr(8, 2)), date.substr(0, 4));
}

}  // namespace

std::string sentences(std::string_view text) {
  std::string lines;
  while (!text.empty()) {
    const std::size_t stop = text.find(". ");
    const bool is_last = stop == std::string_view::npos;
    lines += wrapped(formatted(text.substr(0, is_last ? stop : stop + 1)));
    text.remove_prefix(is_last ? text.size() : stop + 2);
  }
  return lines;
}

std::string upper(std::string text) {
  for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return text;
}

std::string page_head(const PageTitle& title, const std::string& date) {
  std::string text = fmt::format(".\\\" Written by docgen from {}.\n", title.source);
  text += fmt::format(".Dd {}\n.Dt {} {}\n.Os libsorani {}\n", page_date(date), upper(title.name), title.section,
                      sorani::version());
  return text + fmt::format(".Sh NAME\n.Nm {}\n.Nd {}\n", title.name, title.summary);
}

namespace {

std::string rule_list(const std::vector<Rule>& rules) {
  std::string text;
  std::string_view group;
  for (const Rule& rule : rules) {
    if (rule.group != group) {
      text += fmt::format("{}.Ss {}\n.Bl -tag -width Ds -compact\n", group.empty() ? "" : ".El\n", rule.group);
    }
    group = rule.group;
    text += fmt::format(".It Sy {}\n{}", rule.name, sentences(rule.description));
  }
  return rules.empty() ? "" : text + ".El\n";
}

}  // namespace

std::string blocks(const std::vector<Block>& parts, const std::vector<Rule>& rules, bool begins_section) {
  std::string text;
  bool in_list = false;
  bool is_first = begins_section;
  for (const Block& block : parts) {
    const bool is_item = block.kind == Block::Kind::item;
    if (in_list && !is_item) text += ".El\n";
    if (!in_list && is_item) text += ".Bl -bullet -compact\n";
    in_list = is_item;
    switch (block.kind) {
      case Block::Kind::heading:
        text += fmt::format(".Ss {}\n", block.text);
        break;
      case Block::Kind::paragraph:
        text += (is_first ? "" : ".Pp\n") + sentences(block.text);
        break;
      case Block::Kind::item:
        text += ".It\n" + sentences(block.text);
        break;
      case Block::Kind::literal:
        text += literal_lines(block.text);
        break;
      case Block::Kind::rule_table:
        text += rule_list(rules);
        break;
    }
    is_first = block.kind == Block::Kind::heading;
  }
  return in_list ? text + ".El\n" : text;
}

}  // namespace ku::docgen
