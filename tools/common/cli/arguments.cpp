#include "common/cli/arguments.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "common/cli/command_line.hpp"

namespace ku {
namespace {

using Options = std::vector<std::unique_ptr<Option>>;

const Option* find(const Options& options, const auto& matches) {
  const auto found = std::find_if(options.begin(), options.end(), [&](const auto& option) { return matches(*option); });
  return found == options.end() ? nullptr : found->get();
}

const Option* by_letter(const Options& options, char letter) {
  const std::string name = {'-', letter};
  return find(options, [&](const Option& option) { return option.short_name() == name; });
}

const Option* by_long_name(const Options& options, std::string_view name) {
  return find(options, [&](const Option& option) { return option.long_name() == name; });
}

bool must_have_value(const Option& option) { return option.takes_value() && !option.value_is_optional(); }

/// Appends an argument that begins with two dashes. Returns true if the next argument is its value.
bool append_long(std::string argument, const Options& options, std::vector<std::string>& out) {
  const std::size_t equals = std::min(argument.find('='), argument.size());
  const Option* const option = by_long_name(options, std::string_view(argument).substr(0, equals));
  if (option != nullptr && option->value_is_optional() && equals + 1 < argument.size()) {
    out.push_back(option->long_name() + "=" + argument.substr(equals));
    return false;
  }
  const bool has_value = equals < argument.size();
  out.push_back(std::move(argument));
  return option != nullptr && must_have_value(*option) && !has_value;
}

/// The same for an argument of one dash and letters.
bool append_short(std::string argument, const Options& options, std::vector<std::string>& out) {
  for (std::size_t at = 1; at < argument.size(); ++at) {
    const Option* const option = by_letter(options, argument[at]);
    if (option == nullptr) break;
    if (must_have_value(*option)) {
      const bool is_last = at + 1 == argument.size();
      out.push_back(std::move(argument));
      return is_last;
    }
    if (!option->value_is_optional()) continue;
    std::string value = argument.substr(at + 1);
    if (value.starts_with('=')) value.erase(0, 1);
    const bool is_empty = value.empty() && at + 1 < argument.size();
    if (at > 1) out.push_back(argument.substr(0, at));
    out.push_back(option->long_name());
    if (!value.empty()) out.back() += "==" + value;
    if (is_empty) out.back() += '=';  // reported by `CommandLine::parse`, as after the long name
    return false;
  }
  out.push_back(std::move(argument));
  return false;
}

}  // namespace

std::vector<std::string> normalize_optional_values(std::vector<std::string> arguments, const Options& options) {
  std::vector<std::string> out;
  bool is_value = false;
  bool is_file = false;
  for (std::string& argument : arguments) {
    if (is_value || is_file || argument.size() < 2 || argument.front() != '-') {
      is_value = false;
      out.push_back(std::move(argument));
    } else if (argument == "--") {
      is_file = true;
      out.push_back(std::move(argument));
    } else if (argument.starts_with("--")) {
      is_value = append_long(std::move(argument), options, out);
    } else {
      is_value = append_short(std::move(argument), options, out);
    }
  }
  return out;
}

}  // namespace ku
