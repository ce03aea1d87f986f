#pragma once

#include <sys/stat.h>

#include <memory>
#include <optional>
#include <string>

#include "common/io/descriptor.hpp"
#include "common/io/output/file_removal.hpp"

namespace ku {

/// Replaces the content of a regular file atomically, or creates the file. Until `commit`, the file is unchanged; if
/// the object is destroyed before, or a signal ends the program, the temporary file is removed.
///
/// The content is written to a temporary file in the same directory, which is renamed to the target. Where that is not
/// possible (the directory is not writable, the file is a mount point, or a new file could not have the same owner,
/// group, access control list and attributes), it is written to a temporary file elsewhere and copied into the target.
/// A file without write permission is not replaced.
class Replacement {
 public:
  /// Whether programs that rewrite the same file wait for each other.
  enum class Lock { no, yes };

  /// `path` is without symbolic links; the file need not exist. `shown` is its name in messages. Throws `FatalError`.
  Replacement(std::string path, std::string shown, Lock lock = Lock::no);
  ~Replacement();
  Replacement(const Replacement&) = delete;
  Replacement& operator=(const Replacement&) = delete;
  Replacement(Replacement&&) = delete;
  Replacement& operator=(Replacement&&) = delete;

  /// The descriptor to write the new content to.
  int descriptor() const { return content_.get(); }

  /// Waits until the content is on disk, then puts it in place of the target. If `suffix` is not empty, the old file is
  /// kept under its name followed by the suffix; an older backup is replaced only when the new one is complete. Under a
  /// lock, it is an error if another program has changed the target meanwhile. Throws `FatalError`; the target is then
  /// unchanged, unless copying into it has failed half-way.
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
  Descriptor target_;  // not open if the file does not exist yet
  struct stat original_status_ {};
  bool is_locked_ = false;
  std::string temporary_name_;  // empty if the temporary file has no name
  std::optional<RemovalOnSignal> removal_;
  Descriptor content_;
};

}  // namespace ku
