#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "docgen/formats.hpp"

namespace ku::docgen {

std::string words(const Option& option) {
  if (option.kind() != ValueKind::switches) return fmt::format("{}", fmt::join(option.values(), " "));
  std::string text;
  for (const std::string& name : option.values()) text += fmt::format("{}+{} -{}", text.empty() ? "" : " ", name, name);
  return text;
}

std::string_view brief_help(const Option& option) {
  const std::string_view help = option.help();
  std::size_t end = help.size();
  for (const std::string_view stop : {"; ", ": ", " ("}) end = std::min(end, help.find(stop));
  return help.substr(0, end);
}

std::string escaped(std::string_view text, std::string_view characters, std::string_view escape) {
  std::string result;
  for (const char c : text) {
    if (characters.find(c) != std::string_view::npos) result += escape;
    result += c;
  }
  return result;
}

}  // namespace ku::docgen
