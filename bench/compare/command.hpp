#pragma once

#include <string>
#include <vector>

namespace bench {

/// What one run of a command took.
struct Usage {
  double wall = 0;        ///< seconds
  double cpu = 0;         ///< seconds, user and system, of all the processes of the command
  double peak_bytes = 0;  ///< resident memory of the greatest process of the command
};

/// The processors that this program may run on.
std::vector<int> allowed_processors();

/// Runs `command` by /bin/sh (or, without `shell`, the program and arguments between its spaces) with the file `input`
/// as its standard input and nothing reading its output, on the given processors only. Throws std::runtime_error if it
/// cannot be started or its exit status is not 0.
///
/// The peak has a floor of some 4 MB: a process begins as a copy of this one.
Usage run_command(const std::string& command, const std::string& input, const std::vector<int>& processors,
                  bool shell = true);

}  // namespace bench
