#include <fmt/core.h>

#include <algorithm>
#include <cctype>
#include <stdexcept>

#include "docgen/formats.hpp"
#include "docgen/mdoc.hpp"

namespace ku::docgen {
namespace {

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

  const std::string source = fmt::format("the option table and the manual of {}", tool.name);
  std::string page = page_head({tool.name, 1, summary, source}, manual.date);
  page += fmt::format(".Sh SYNOPSIS\n{}", synopsis(*tool.line));
  for (const Section& section : manual.sections) {
    page += fmt::format(".Sh {}\n", upper(section.title));
    page += blocks(section.blocks, tool.rules, true);
    if (section.title == "Options") page += option_list(tool, manual);
  }
  return page;
}

std::string overview_page(int section, const Manual& manual) {
  const std::size_t dash = manual.title.find(" - ");
  if (dash == std::string::npos) throw std::runtime_error("the title is not '# NAME - SUMMARY'");
  const std::string name = manual.title.substr(0, dash);
  std::string page =
      page_head({name, section, manual.title.substr(dash + 3), fmt::format("{}.{}.md", name, section)}, manual.date);
  for (const Section& part : manual.sections) {
    page += fmt::format(".Sh {}\n", upper(part.title)) + blocks(part.blocks, {}, true);
  }
  return page;
}

}  // namespace ku::docgen
