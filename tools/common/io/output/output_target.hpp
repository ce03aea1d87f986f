#pragma once

#include <sys/stat.h>

#include <string>

namespace ku {

/// What the name of an output file refers to.
struct OutputTarget {
  enum class Kind {
    descriptor,  ///< a descriptor of this program: `-`, /dev/stdout, /dev/fd/N, or a link to one
    absent,      ///< a file that does not exist yet
    regular,     ///< a regular file
    special,     ///< a device or FIFO
  };

  Kind kind;
  int descriptor = -1;    ///< of kind `descriptor`
  std::string path = {};  ///< of other kinds: without symbolic links, also if the last one is dangling
};

/// Resolves the symbolic links of `file`. Throws `FatalError` if they form a loop or lead to a directory, or if the
/// parent directory cannot be reached.
OutputTarget find_output_target(const std::string& file);

/// True if both are the same file or descriptor.
bool is_same_target(const OutputTarget& a, const OutputTarget& b);

/// The path of an existing file without symbolic links; the name itself if the file does not exist.
std::string resolved_name(const std::string& file);

}  // namespace ku
