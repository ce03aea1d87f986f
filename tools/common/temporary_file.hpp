#pragma once

#include <optional>
#include <string>

#include "common/descriptor.hpp"

namespace ku {

/// A file written beside the one it is to replace, and removed unless it does: at the end of the object, and when
/// SIGHUP, SIGINT or SIGTERM ends the program. One at a time.
class TemporaryFile {
 public:
  /// Creates it beside `target`, whose mode and, if possible, owner it takes; if there is no such file yet, those of a
  /// fresh one. Throws `FatalError`.
  explicit TemporaryFile(std::string target);
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  TemporaryFile(TemporaryFile&&) = delete;
  TemporaryFile& operator=(TemporaryFile&&) = delete;

  int descriptor() const { return descriptor_.get(); }

  /// Closes the file and gives it the name of the target. If `backup` is not empty, the target gets that name first.
  /// Throws `FatalError`; the target is unchanged then.
  void replace_target(const std::string& backup = "");

 private:
  void keep_target_as(const std::string& backup) const;

  std::string target_;
  std::string name_;
  Descriptor descriptor_;
};

}  // namespace ku
