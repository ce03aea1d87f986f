#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "common/cli/command_line.hpp"

namespace ku::docgen {

/// A rule in the list of a manual page.
struct Rule {
  std::string group;  ///< heading; the rules of a group are adjacent
  std::string name;
  std::string description;
};

/// A tool and what its documents are generated from.
struct Tool {
  std::string name;
  std::unique_ptr<CommandLine> line;
  std::vector<Rule> rules;  ///< for `<!-- rules -->`
};

/// Every tool of the project.
std::vector<Tool> all_tools();

}  // namespace ku::docgen
