#pragma once

#include <string>
#include <vector>

#include "compare/command.hpp"

namespace bench {

/// What the others of a comparison are set in relation to.
enum class Role {
  tool,   ///< nothing is
  iconv,  ///< every command on the same text
  peer,   ///< the commands of its group, to the fastest of the group's peers
  stage   ///< the commands of its group, to the slowest of the group's stages
};

/// One command of a comparison: a line of the file that bench/run writes.
struct Entry {
  std::string group;
  std::string name;
  Role role = Role::tool;
  std::string text;  ///< the name of its input for the reader, such as `100 MB`
  std::string base;  ///< the text that the input is, or is a part of, or is made from: commands on one are compared
  int cores = 1;
  double input_bytes = 0;  ///< what speeds are reckoned by; 0: start-up, without a shell
  std::string input;
  std::string command;
  std::vector<Usage> runs;
  std::string failure;  ///< why there is no result, or empty
};

/// Reads lines of group, name, role, text, base, cores, bytes, input file, command, between tabs. Throws
/// std::runtime_error, naming the file, if a line is none.
std::vector<Entry> read_entries(const std::string& path);

}  // namespace bench
