#include "common/cli/command_line.hpp"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <charconv>
#include <functional>
#include <iterator>
#include <utility>

#include "common/cli/arguments.hpp"
#include "common/cli/values/nearest.hpp"
#include "common/io/diagnostics.hpp"

namespace ku {

Option::Option(std::string names, std::string placeholder, std::string help, std::string group)
    : placeholder_(std::move(placeholder)),
      help_(std::move(help)),
      group_(std::move(group)),
      kind_(placeholder_.empty() ? ValueKind::none : ValueKind::text) {
  const std::size_t comma = names.find(',');
  if (comma != std::string::npos) short_name_ = names.substr(0, comma);
  long_name_ = comma == std::string::npos ? std::move(names) : names.substr(comma + 1);
}

Option& Option::set_kind(ValueKind kind) {
  kind_ = kind;
  return *this;
}

Option& Option::set_choices(std::vector<std::string> values) {
  kind_ = ValueKind::choice;
  values_ = std::move(values);
  return *this;
}

Option& Option::set_suggestions(std::vector<std::string> values) {
  values_ = std::move(values);
  return *this;
}

Option& Option::set_list(std::vector<std::string> names) {
  kind_ = ValueKind::list;
  values_ = std::move(names);
  return *this;
}

Option& Option::set_switches(std::vector<std::string> names) {
  kind_ = ValueKind::switches;
  values_ = std::move(names);
  return *this;
}

Option& Option::set_optional_value() {
  value_is_optional_ = true;
  return *this;
}

Option& Option::set_once() {
  is_once_ = true;
  return *this;
}

Option& Option::hide() {
  is_hidden_ = true;
  return *this;
}

CommandLine::CommandLine(std::string program, std::string summary)
    : program_(std::move(program)), summary_(std::move(summary)), app_(std::make_unique<CLI::App>()) {
  app_->set_help_flag();
  // Files and unknown options are handled by `parse`: CLI11 would read a file name such as "[a,b]" as a list.
  app_->allow_extras();
}

CommandLine::~CommandLine() = default;

Option& CommandLine::add(std::string names, std::string placeholder, std::string help) {
  options_.push_back(std::make_unique<Option>(std::move(names), std::move(placeholder), std::move(help), group_));
  return *options_.back();
}

Option& CommandLine::add_flag(std::string names, bool& is_set, std::string help) {
  return add_flag(
      std::move(names), [&is_set] { is_set = true; }, std::move(help));
}

Option& CommandLine::add_flag(std::string names, std::function<void()> handler, std::string help) {
  app_->add_flag_callback(names, std::move(handler))->disable_flag_override();
  return add(std::move(names), "", std::move(help));
}

Option& CommandLine::add_value(std::string names, std::string placeholder,
                               std::function<void(const std::string&)> handler, std::string help) {
  Option& option = add(names, std::move(placeholder), std::move(help));
  const auto check_and_handle = [&option, handler = std::move(handler)](const CLI::results_t& values) {
    const auto other = std::adjacent_find(values.begin(), values.end(), std::not_equal_to<>());
    if (option.is_once() && other != values.end()) {
      throw UsageError(fmt::format("{}: both '{}' and '{}' are given", option.long_name(), *other, *std::next(other)));
    }
    for (const std::string& value : values) {
      if (option.kind() == ValueKind::choice) require_one_of(option.values(), option.long_name(), value);
      handler(value);
    }
    return true;
  };
  app_->add_option(names, CLI::callback_t(check_and_handle))
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  return option;
}

Option& CommandLine::add_optional_value(std::string names, std::string placeholder,
                                        std::function<void(const std::string&)> handler, std::string help) {
  const auto handle = [handler = std::move(handler)](const CLI::results_t& values) {
    // `normalize_optional_values` puts "=" before a value. Without one, CLI11 gives "true".
    for (const std::string& value : values) handler(value.starts_with('=') ? value.substr(1) : "");
    return true;
  };
  app_->add_option(names, CLI::callback_t(handle))
      ->type_size(0)
      ->expected(0)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  return add(std::move(names), std::move(placeholder), std::move(help)).set_optional_value();
}

void CommandLine::add_files(std::vector<std::string>& files) { files_ = &files; }

void CommandLine::parse(std::vector<std::string> arguments) {
  arguments = normalize_optional_values(std::move(arguments), options_);
  reject_empty_values(arguments);
  std::reverse(arguments.begin(), arguments.end());
  try {
    app_->parse(arguments);
  } catch (const CLI::ArgumentMismatch& mismatch) {
    // The message begins with the name of the option, without dashes if it is a flag.
    std::string name = mismatch.what();
    const bool is_flag = name.find("flag override") != std::string::npos;
    name.erase(std::min(name.find_first_of(": "), name.size()));
    if (!name.starts_with('-')) name.insert(0, "--");
    throw UsageError(fmt::format("{} {}", name, is_flag ? "takes no value" : "needs a value"));
  } catch (const CLI::ParseError& error) {
    throw UsageError(error.what());
  }
  bool only_files = false;
  for (std::string& rest : app_->remaining()) {
    if (!only_files && rest == "--") {
      only_files = true;
    } else if (!only_files && rest.size() > 1 && rest.front() == '-') {
      reject_unknown(std::move(rest));
    } else if (files_ == nullptr) {
      throw UsageError(fmt::format("unexpected argument '{}'", rest));
    } else {
      files_->push_back(std::move(rest));
    }
  }
  reject_combinations();
}

bool CommandLine::is_given(std::string_view long_name) const { return app_->count(std::string(long_name)) != 0; }

// CLI11 would use the next argument as the value.
void CommandLine::reject_empty_values(const std::vector<std::string>& arguments) const {
  for (const std::string& argument : arguments) {
    if (argument == "--") return;
    const auto has_name = [&](const auto& option) { return argument == option->long_name() + "="; };
    const auto found = std::find_if(options_.begin(), options_.end(), has_name);
    if (found != options_.end()) throw UsageError(fmt::format("{} needs a value after '='", (*found)->long_name()));
  }
}

void CommandLine::reject_unknown(std::string argument) const {
  argument.erase(std::min(argument.find('='), argument.size()));
  std::vector<std::string> names;
  for (const auto& option : options_) {
    if (!option->is_hidden()) names.push_back(option->long_name());
  }
  throw UsageError(fmt::format("unknown option '{}'{}", argument,
                               argument.starts_with("--") ? did_you_mean(argument, names) : std::string()));
}

void CommandLine::reject_combinations() const {
  for (const auto& names : exclusive_) {
    std::vector<std::string> given;
    std::copy_if(names.begin(), names.end(), std::back_inserter(given),
                 [&](const auto& name) { return is_given(name); });
    if (given.size() > 1) throw UsageError(fmt::format("{} cannot be used with {}", given[0], given[1]));
  }
}

std::uint64_t parse_number(std::string_view option, const std::string& value, std::uint64_t least, std::uint64_t most) {
  std::uint64_t number = 0;
  const char* const end = value.data() + value.size();
  const auto parsed = std::from_chars(value.data(), end, number);
  if (parsed.ec != std::errc() || parsed.ptr != end || number < least || number > most) {
    throw UsageError(fmt::format("{}: '{}' is not a number from {} to {}", option, value, least, most));
  }
  return number;
}

}  // namespace ku
