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

/// If not null, each tool runs in a child process, which calls this first.
extern void (*before_run)();

/// The result of a run.
struct Outcome {
  int status;
  std::string out;
  std::string err;
  bool operator==(const Outcome&) const = default;
};

/// Runs a tool in this process with additional arguments. All of `input` is available on its standard input at once.
Outcome run(const Command& command, const std::vector<std::string>& arguments, std::string_view input);

/// The same, but `input` arrives in two parts: the bytes from `cut` on only after those before have been read.
Outcome run_in_parts(const Command& command, std::string_view input, std::size_t cut);

/// Every mode of every tool. `map_file` is a word map.
std::vector<Command> all_modes(const std::string& map_file);

}  // namespace ku::test
