#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace CLI {
class App;
}

namespace ku {

/// The kind of value an option takes, as shell completion needs it.
enum class ValueKind {
  none,       ///< the option is a flag
  text,       ///< any text, with or without suggestions
  file,       ///< a file name
  directory,  ///< a folder
  choice,     ///< one of a list
  list,       ///< names from a list, separated by commas
  switches,   ///< names from a list, each with + or - before it, separated by commas
};

/// A value of an option and its name on the command line.
template <typename Value>
using NamedValue = std::pair<std::string_view, Value>;

/// One option of a tool: the source for parsing, help, manual page and completions.
class Option {
 public:
  Option(std::string names, std::string placeholder, std::string help, std::string group);

  const std::string& short_name() const { return short_name_; }  ///< with its dash; may be empty
  const std::string& long_name() const { return long_name_; }    ///< with its dashes
  const std::string& placeholder() const { return placeholder_; }
  const std::string& help() const { return help_; }  ///< a phrase without a full stop; 'words' in quotes are literal
  const std::string& group() const { return group_; }
  ValueKind kind() const { return kind_; }
  /// The values of a choice, the names of a list or of switches, or suggestions.
  const std::vector<std::string>& values() const { return values_; }
  bool takes_value() const { return kind_ != ValueKind::none; }
  bool value_is_optional() const { return value_is_optional_; }
  bool is_hidden() const { return is_hidden_; }
  bool is_once() const { return is_once_; }

  Option& set_kind(ValueKind kind);
  /// Only these values are accepted.
  Option& set_choices(std::vector<std::string> values);
  /// Completion offers these values; others are accepted too.
  Option& set_suggestions(std::vector<std::string> values);
  Option& set_list(std::vector<std::string> names);
  Option& set_switches(std::vector<std::string> names);
  /// Giving it twice with different values is an error.
  Option& set_once();
  /// The value is optional, and must follow the short name or "=" directly.
  Option& set_optional_value();
  /// Leaves it out of help, manual and completions.
  Option& hide();

 private:
  std::string short_name_;
  std::string long_name_;
  std::string placeholder_;
  std::string help_;
  std::string group_;
  ValueKind kind_;
  std::vector<std::string> values_;
  bool value_is_optional_ = false;
  bool is_hidden_ = false;
  bool is_once_ = false;
};

/// The option table of a tool. If an option is given several times, its handler is called for each value in order: the
/// last one wins unless the handler collects them, or `set_once` forbids it.
class CommandLine {
 public:
  /// `summary` is one line that says what the tool is for.
  CommandLine(std::string program, std::string summary);
  ~CommandLine();
  CommandLine(const CommandLine&) = delete;
  CommandLine& operator=(const CommandLine&) = delete;
  CommandLine(CommandLine&&) = delete;
  CommandLine& operator=(CommandLine&&) = delete;

  /// The options added after this call are listed under this title.
  void group(std::string title) { group_ = std::move(title); }

  /// `names` are "-q,--quiet" or "--quiet". References stay valid.
  Option& add_flag(std::string names, bool& is_set, std::string help);
  Option& add_flag(std::string names, std::function<void()> handler, std::string help);
  /// `handler` is called with each value given; it throws `UsageError` for a bad one.
  Option& add_value(std::string names, std::string placeholder, std::function<void(const std::string&)> handler,
                    std::string help);
  /// The value is one of a table, which must outlive the command line, and is stored in `value`.
  template <typename Value, std::size_t kSize>
  Option& add_choice(std::string names, std::string placeholder, const NamedValue<Value> (&table)[kSize], Value& value,
                     std::string help) {
    const auto set = [&table, &value](const std::string& given) {
      for (const auto& [name, named] : table) {
        if (name == given) value = named;
      }
    };
    std::vector<std::string> choices;
    for (const auto& entry : table) choices.emplace_back(entry.first);
    return add_value(std::move(names), std::move(placeholder), set, std::move(help)).set_choices(std::move(choices));
  }
  /// The same for an enum of the library, whose `to_string` names its values, numbered from 0.
  template <typename Value>
  Option& add_choice(std::string names, std::string placeholder, Value& value, std::string help) {
    const auto name_of = [](std::size_t number) { return to_string(static_cast<Value>(number)); };
    std::vector<std::string> choices;
    while (!name_of(choices.size()).empty()) choices.emplace_back(name_of(choices.size()));
    const auto set = [name_of, &value](const std::string& given) {
      for (std::size_t number = 0; !name_of(number).empty(); ++number) {
        if (name_of(number) == given) value = static_cast<Value>(number);
      }
    };
    return add_value(std::move(names), std::move(placeholder), set, std::move(help)).set_choices(std::move(choices));
  }
  /// As `add_value`; without "=VALUE" the handler gets an empty string.
  Option& add_optional_value(std::string names, std::string placeholder,
                             std::function<void(const std::string&)> handler, std::string help);
  /// Stores positional arguments in `files`; without this call they are an error.
  void add_files(std::vector<std::string>& files);

  /// At most one of these may be given; long names.
  void exclude_each_other(std::vector<std::string> names) { exclusive_.push_back(std::move(names)); }

  /// Reads the arguments, without the name of the program. Throws `UsageError`.
  void parse(std::vector<std::string> arguments);
  /// True if the option with this long name was on the command line.
  bool is_given(std::string_view long_name) const;

  const std::string& program() const { return program_; }
  const std::string& summary() const { return summary_; }
  const std::vector<std::unique_ptr<Option>>& options() const { return options_; }
  const std::vector<std::vector<std::string>>& exclusive() const { return exclusive_; }

 private:
  Option& add(std::string names, std::string placeholder, std::string help);
  void reject_empty_values(const std::vector<std::string>& arguments) const;
  [[noreturn]] void reject_unknown(std::string argument) const;
  void reject_combinations() const;

  std::string program_;
  std::string summary_;
  std::string group_ = "Options";
  std::vector<std::unique_ptr<Option>> options_;
  std::vector<std::vector<std::string>> exclusive_;
  std::vector<std::string>* files_ = nullptr;
  std::unique_ptr<CLI::App> app_;
};

/// A decimal number from `least` to `most`. Throws `UsageError`, which begins with `option`.
std::uint64_t parse_number(std::string_view option, const std::string& value, std::uint64_t least, std::uint64_t most);

}  // namespace ku
