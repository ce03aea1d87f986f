#pragma once

#include <sys/stat.h>

#include <string>

namespace ku {

/// What the name of an output file stands for.
struct OutputTarget {
  enum class Kind {
    descriptor,  ///< a descriptor of this program: `-`, /dev/stdout, /dev/fd/N, or a link to one
    absent,      ///< a file that does not exist yet
    regular,     ///< a regular file
    special,     ///< a device, a FIFO
  };

  Kind kind;
  int descriptor = -1;    ///< if it is one
  std::string path = {};  ///< else: the name, all symbolic links followed, the last one too if what it names is absent
};

/// Follows the links of `file`. Throws `FatalError` if they lead in a circle or to a folder, or if the folder that the
/// file is to stand in cannot be reached.
OutputTarget find_output_target(const std::string& file);

/// True if both names stand for the same file or descriptor.
bool is_same_target(const OutputTarget& a, const OutputTarget& b);

/// The name that an existing file has when all symbolic links are followed, else its own.
std::string resolved_name(const std::string& file);

}  // namespace ku
