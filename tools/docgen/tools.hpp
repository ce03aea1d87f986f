#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "common/cli/command_line.hpp"

namespace ku::docgen {

/// A rule as manual pages list it.
struct Rule {
  std::string group;  ///< rules of a group stand together, under its name
  std::string name;
  std::string description;
};

/// A tool that is documented.
struct Tool {
  std::string name;
  std::unique_ptr<CommandLine> line;
  std::vector<Rule> rules;  ///< for `<!-- rules -->`
};

/// Every tool of the project.
std::vector<Tool> all_tools();

}  // namespace ku::docgen
