#include "common/cli/help.hpp"

#include <fmt/core.h>

#include <string_view>
#include <vector>

namespace ku {
namespace {

constexpr std::size_t kWidth = 80;
constexpr std::size_t kHelpColumn = 26;

/// The words of `text` in lines of at most `width` bytes.
std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> lines(1);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!lines.back().empty() && lines.back().size() + 1 + word.size() > width) lines.emplace_back();
    if (!lines.back().empty()) lines.back() += ' ';
    lines.back() += word;
  }
  return lines;
}

std::string option_help(const Option& option) {
  // Long names are aligned, also without a short one.
  std::string text = fmt::format("  {}{}", option.short_name().empty() ? "    " : "", option_form(option));
  bool is_first = text.size() + 2 <= kHelpColumn;
  if (!is_first) text += '\n';
  for (const std::string& line : wrap(option.help(), kWidth - kHelpColumn)) {
    const std::size_t column = is_first ? text.size() : 0;
    text += fmt::format("{:{}}{}\n", "", kHelpColumn - column, line);
    is_first = false;
  }
  return text;
}

}  // namespace

std::string option_form(const Option& option) {
  std::string form = option.short_name();
  if (!form.empty()) form += ", ";
  form += option.long_name();
  if (option.value_is_optional()) {
    form += fmt::format("[={}]", option.placeholder());
  } else if (option.takes_value()) {
    form += ' ' + option.placeholder();
  }
  return form;
}

std::string help_text(const CommandLine& line) {
  std::string text = fmt::format("Usage: {} [OPTION...] [FILE...]\n{}\n\n", line.program(), line.summary());
  text += "Without FILE, or where FILE is -, standard input is read.\n";
  std::string_view group;
  for (const auto& option : line.options()) {
    if (option->is_hidden()) continue;
    if (option->group() != group) text += fmt::format("\n{}:\n", option->group());
    group = option->group();
    text += option_help(*option);
  }
  return text;
}

}  // namespace ku
