#pragma once

#include <sys/stat.h>

#include <memory>
#include <optional>
#include <string>

#include "common/io/descriptor.hpp"
#include "common/io/output/file_removal.hpp"

namespace ku {

/// The new content of a regular file, which the file gets only when all of it is there. Until then the file is as it
/// was, and if the object ends before, or a signal ends the program, nothing is left.
///
/// The content is written to a temporary file beside the target, which takes its place at the end in one step. Where
/// that cannot be (the folder is not writable, the file is a mount point, or a new file could not have the same owner,
/// group, access control list and attributes) it is written to a temporary file elsewhere and copied into the target at
/// the end. A file that may not be written to is not replaced either.
class Replacement {
 public:
  /// Whether other programs that rewrite the file wait for each other.
  enum class Lock { no, yes };

  /// `path` has no symbolic links; the file need not exist. Messages call it `shown`. Throws `FatalError`.
  Replacement(std::string path, std::string shown, Lock lock = Lock::no);
  ~Replacement();
  Replacement(const Replacement&) = delete;
  Replacement& operator=(const Replacement&) = delete;
  Replacement(Replacement&&) = delete;
  Replacement& operator=(Replacement&&) = delete;

  /// Where the new content is written to.
  int descriptor() const { return content_.get(); }

  /// The target gets the content; it is on the disk before. If `suffix` is not empty, what the target was is kept under
  /// its name with the suffix; an older backup stays until the new one is complete. Under a lock, a target that others
  /// have changed since is an error. Throws `FatalError`; the target is unchanged then, unless copying into it has
  /// failed half way.
  void commit(const std::string& suffix = "");

 private:
  void open_target(Lock lock);
  bool create_beside();
  void remove();
  void require_unchanged() const;
  void keep_backup(const std::string& suffix);
  int copy_to(const std::string& backup) const;
  void copy_into_target();

  std::string path_;
  std::string shown_;
  Descriptor target_;  // not open if there is no such file yet
  struct stat before_ {};
  bool is_locked_ = false;
  std::string name_;  // of the temporary file; empty if it has none
  std::optional<RemovedOnSignal> removal_;
  Descriptor content_;
};

}  // namespace ku
