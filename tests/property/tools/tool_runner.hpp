#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ku::test {

/// A tool and its options.
struct Command {
  std::string tool;
  std::vector<std::string> options;
};

std::string shown(const Command& command);

/// If not null, tools run in a process of their own, which calls this first.
extern void (*before_run)();

/// What a run leaves.
struct Outcome {
  int status;
  std::string out;
  std::string err;
  bool operator==(const Outcome&) const = default;
};

/// Runs a tool in this process, with more arguments; `input` is its standard input, which comes at once.
Outcome run(const Command& command, const std::vector<std::string>& arguments, std::string_view input);

/// The same, but the input comes in two parts: the second one, from `cut` on, when the first has been read.
Outcome run_in_parts(const Command& command, std::string_view input, std::size_t cut);

/// Every way in which the tools make something of text. `map_file` is a word map.
std::vector<Command> all_modes(const std::string& map_file);

}  // namespace ku::test
