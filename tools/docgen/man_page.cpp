#include <fmt/core.h>
#include <sorani/version.hpp>

#include <algorithm>
#include <cctype>
#include <stdexcept>

#include "docgen/formats.hpp"

namespace ku::docgen {
namespace {

/// Escapes a line that roff would read as a request.
std::string guarded(std::string line) {
  const bool is_request = line.starts_with('.') || line.starts_with('\'');
  return is_request ? "\\&" + line : line;
}

/// A line of text; `code` becomes bold.
std::string text_line(std::string_view text) {
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
  return guarded(line);
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
  return guarded(line);
}

/// The sentences of a paragraph, each on its own line, as roff expects.
std::string sentences(std::string_view text) {
  std::string lines;
  while (!text.empty()) {
    const std::size_t stop = text.find(". ");
    const bool is_last = stop == std::string_view::npos;
    lines += text_line(text.substr(0, is_last ? stop : stop + 1)) + '\n';
    text.remove_prefix(is_last ? text.size() : stop + 2);
  }
  return lines;
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

std::string rule_list(const std::vector<Rule>& rules) {
  std::string text;
  std::string_view group;
  for (const Rule& rule : rules) {
    if (rule.group != group) {
      text += fmt::format("{}.Ss {}\n.Bl -tag -width Ds -compact\n", group.empty() ? "" : ".El\n", rule.group);
    }
    group = rule.group;
    text += fmt::format(".It Sy {}\n{}\n", rule.name, text_line(rule.description));
  }
  return rules.empty() ? "" : text + ".El\n";
}

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
    is_first = false;
  }
  return in_list ? text + ".El\n" : text;
}

std::string option_macros(const Option& option) {
  const std::string name = option.long_name().substr(1);
  std::string macros = option.short_name().empty() ? "" : fmt::format("Fl {} , ", option.short_name().substr(1));
  macros += fmt::format("Fl {}", name);
  if (option.value_is_optional()) {
    macros += fmt::format(" Ns Oo = Ns Ar {} Oc", option.placeholder());
  } else if (option.takes_value()) {
    macros += fmt::format(" Ns = Ns Ar {}", option.placeholder());
  }
  return macros;
}

/// An option in the synopsis: by its short name if it has one, unless its value is optional.
std::string synopsis_macros(const Option& option) {
  if (option.value_is_optional() || option.short_name().empty()) {
    return option_macros(option).substr(option.short_name().empty() ? 0 : std::string_view("Fl x , ").size());
  }
  const std::string name = fmt::format("Fl {}", option.short_name().substr(1));
  return option.takes_value() ? fmt::format("{} Ar {}", name, option.placeholder()) : name;
}

/// The synopsis. The first group of mutually exclusive options is shown as alternatives.
std::string synopsis(const CommandLine& line) {
  std::string text = ".Nm";
  std::vector<std::string> alternatives;
  if (!line.exclusive().empty()) alternatives = line.exclusive().front();
  bool in_alternatives = false;
  for (const auto& option : line.options()) {
    if (option->is_hidden()) continue;
    const bool is_alternative =
        std::find(alternatives.begin(), alternatives.end(), option->long_name()) != alternatives.end();
    text += is_alternative && in_alternatives ? " | " : "\n.Op ";
    text += synopsis_macros(*option);
    in_alternatives = is_alternative;
  }
  return text + "\n.Op Ar FILE ...\n";
}

std::string option_help(const Option& option) {
  std::string help = option.help() + '.';
  help.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(help.front())));
  return help;
}

std::string option_list(const Tool& tool, const Manual& manual) {
  std::string text;
  std::string_view group;
  for (const auto& option : tool.line->options()) {
    if (option->is_hidden()) continue;
    if (option->group() != group) {
      text += fmt::format("{}.Ss {}\n.Bl -tag -width Ds\n", group.empty() ? "" : ".El\n", option->group());
    }
    group = option->group();
    text += fmt::format(".It {}\n{}", option_macros(*option), sentences(option_help(*option)));
    if (const Section* more = manual.find_option(option->long_name())) text += blocks(more->blocks, {}, false);
  }
  return text + ".El\n";
}

/// Converts "2025-01-31" to the date format of mdoc: "January 31, 2025".
std::string page_date(const std::string& date) {
  constexpr std::string_view kMonths[] = {"January", "February", "March",     "April",   "May",      "June",
                                          "July",    "August",   "September", "October", "November", "December"};
  const auto month = static_cast<std::size_t>(std::stoi(date.substr(5, 2)));
  return fmt::format("{} {}, {}", kMonths[month - 1], std::stoi(date.substr(8, 2)), date.substr(0, 4));
}

std::string upper(std::string text) {
  for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return text;
}

void reject_unknown_options(const Tool& tool, const Manual& manual) {
  for (const Section& section : manual.options) {
    bool is_known = false;
    for (const auto& option : tool.line->options()) is_known |= option->long_name() == section.title;
    if (!is_known) throw std::runtime_error(fmt::format("there is no option {}", section.title));
  }
}

}  // namespace

std::string man_page(const Tool& tool, const Manual& manual) {
  reject_unknown_options(tool, manual);
  std::string summary = tool.line->summary();
  summary.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(summary.front())));
  if (summary.ends_with('.')) summary.pop_back();

  std::string page = fmt::format(".\\\" Written by docgen from the option table and the manual of {}.\n", tool.name);
  page +=
      fmt::format(".Dd {}\n.Dt {} 1\n.Os libsorani {}\n", page_date(manual.date), upper(tool.name), sorani::version());
  page += fmt::format(".Sh NAME\n.Nm {}\n.Nd {}\n.Sh SYNOPSIS\n{}", tool.name, summary, synopsis(*tool.line));
  for (const Section& section : manual.sections) {
    page += fmt::format(".Sh {}\n", upper(section.title));
    page += blocks(section.blocks, tool.rules, true);
    if (section.title == "Options") page += option_list(tool, manual);
  }
  return page;
}

}  // namespace ku::docgen
