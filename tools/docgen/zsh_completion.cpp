#include <fmt/format.h>

#include "docgen/formats.hpp"

namespace ku::docgen {
namespace {

/// A text inside the single quotes of a specification for _arguments.
std::string quoted(std::string_view text) {
  std::string result;
  for (const char c : escaped(text, "[]:\\")) {
    if (c == '\'') {
      result += "'\\''";
    } else {
      result += c;
    }
  }
  return result;
}

std::string action(const Option& option) {
  switch (option.kind()) {
    case ValueKind::file:
      return "_files";
    case ValueKind::directory:
      return "_files -/";
    case ValueKind::list:
    case ValueKind::switches:
      return "_sequence compadd - " + words(option);
    default:
      return option.values().empty() ? " " : fmt::format("({})", words(option));
  }
}

std::string specification(const Option& option) {
  std::string names = option.long_name();
  std::string value;
  if (option.value_is_optional()) {
    names += "=-";
    value = fmt::format("::{}: ", option.placeholder());
  } else if (option.takes_value()) {
    names += '=';
    value = fmt::format(":{}:{}", option.placeholder(), action(option));
  }
  const std::string rest = fmt::format("[{}]{}", quoted(brief_help(option)), value);
  if (option.short_name().empty()) return fmt::format("'{}{}'", names, rest);
  const std::string both = fmt::format("({} {})", option.short_name(), option.long_name());
  if (option.value_is_optional()) {
    return fmt::format("'{0}{1}[{2}]' \\\n  '{0}{3}{4}'", both, option.short_name(), quoted(brief_help(option)), names,
                       rest);
  }
  return fmt::format("'{}'{{{}{},{}}}'{}'", both, option.short_name(), option.takes_value() ? "+" : "", names, rest);
}

}  // namespace

std::string zsh_completion(const Tool& tool) {
  std::string text = fmt::format(
      "#compdef {}\n# Completion for zsh. Written by docgen from the option table.\n\n_arguments -s -S : \\\n",
      tool.name);
  for (const auto& option : tool.line->options()) {
    if (!option->is_hidden()) text += fmt::format("  {} \\\n", specification(*option));
  }
  return text + "  '*:file:_files'\n";
}

}  // namespace ku::docgen
