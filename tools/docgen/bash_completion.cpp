#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "docgen/formats.hpp"

namespace ku::docgen {
namespace {

constexpr std::string_view kHead = R"(# Completion of {tool} for bash. Written by docgen from the option table.

_{function}() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} option=${{COMP_WORDS[COMP_CWORD - 1]}}
  # "--option=value" comes as three words.
  if [[ $word == '=' ]]; then
    word=
  elif [[ $option == '=' ]] && ((COMP_CWORD >= 2)); then
    option=${{COMP_WORDS[COMP_CWORD - 2]}}
  fi
  case $option in
)";

constexpr std::string_view kTail = R"(  esac
  if [[ $word == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W '{names}' -- "$word")
    if [[ ${{COMPREPLY[0]-}} == *= ]]; then compopt -o nospace; fi
  else
    compopt -o filenames
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
  fi
}}

complete -F _{function} {tool}
)";

std::string value_case(const Option& option) {
  std::string action;
  switch (option.kind()) {
    case ValueKind::file:
      action = "      compopt -o filenames\n      mapfile -t COMPREPLY < <(compgen -f -- \"$word\")\n";
      break;
    case ValueKind::directory:
      action = "      compopt -o filenames\n      mapfile -t COMPREPLY < <(compgen -d -- \"$word\")\n";
      break;
    case ValueKind::list:
    case ValueKind::switches:
      action = fmt::format(
          "      # The last name of the list.\n"
          "      compopt -o nospace\n"
          "      local last=${{word##*,}}\n"
          "      mapfile -t COMPREPLY < <(compgen -P \"${{word%\"$last\"}}\" -W '{}' -- \"$last\")\n",
          words(option));
      break;
    default:
      if (!option.values().empty()) {
        action = fmt::format("      mapfile -t COMPREPLY < <(compgen -W '{}' -- \"$word\")\n", words(option));
      }
  }
  const std::string pattern = option.short_name().empty() ? "" : option.short_name() + " | ";
  return fmt::format("    {}{})\n{}      return\n      ;;\n", pattern, option.long_name(), action);
}

}  // namespace

std::string bash_completion(const Tool& tool) {
  std::string cases;
  std::vector<std::string> names;
  for (const auto& option : tool.line->options()) {
    if (option->is_hidden()) continue;
    const bool needs_value = option->takes_value() && !option->value_is_optional();
    if (needs_value) cases += value_case(*option);
    if (!option->short_name().empty()) names.push_back(option->short_name());
    names.push_back(option->long_name() + (needs_value ? "=" : ""));
  }
  std::string function = tool.name;
  std::replace(function.begin(), function.end(), '-', '_');
  using namespace fmt::literals;
  return fmt::format(fmt::runtime(kHead), "tool"_a = tool.name, "function"_a = function) + cases +
         fmt::format(fmt::runtime(kTail), "names"_a = fmt::join(names, " "), "function"_a = function,
                     "tool"_a = tool.name);
}

}  // namespace ku::docgen
