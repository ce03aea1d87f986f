#include <fmt/format.h>

#include "docgen/formats.hpp"

namespace ku::docgen {
namespace {

std::string value(const Option& option) {
  if (!option.takes_value() || option.value_is_optional()) return "";
  switch (option.kind()) {
    case ValueKind::file:
      return " -r -F";
    case ValueKind::directory:
      return " -x -a '(__fish_complete_directories)'";
    case ValueKind::list:
    case ValueKind::switches:
      // __fish_append completes after the last comma.
      return fmt::format(" -x -a '(__fish_append , {})'", words(option));
    default:
      return option.values().empty() ? " -x" : fmt::format(" -x -a '{}'", words(option));
  }
}

}  // namespace

std::string fish_completion(const Tool& tool) {
  std::string text =
      fmt::format("# Completion of {} for fish. Written by docgen from the option table.\n\n", tool.name);
  for (const auto& option : tool.line->options()) {
    if (option->is_hidden()) continue;
    text += fmt::format("complete -c {}", tool.name);
    if (!option->short_name().empty()) text += fmt::format(" -s {}", option->short_name().substr(1));
    text += fmt::format(" -l {}{} -d '{}'\n", option->long_name().substr(2), value(*option),
                        escaped(brief_help(*option), "'\\"));
  }
  return text;
}

}  // namespace ku::docgen
