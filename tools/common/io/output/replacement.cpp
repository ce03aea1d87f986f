// Atomic output. The usual way:
//
//   1. open the target (with a lock for --in-place); remember its status
//   2. create a temporary file beside it, registered for removal by signals (file_removal.hpp), with the target's
//      owner, mode and attributes (file_copy.hpp)
//   3. the caller writes the content
//   4. commit: fsync; under a lock, check that the target is still the same; keep a backup by a hard link and a rename;
//      rename the temporary file to the target
//
// A reader sees the old content or the new, never a part. If step 2 fails for lack of permission or because attributes
// cannot be copied, the content goes to an unlinked file in TMPDIR, and commit copies it into the target with signals
// deferred; space is allocated first, so a full disk leaves the target unchanged.

#include "common/io/output/replacement.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/random.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include "common/io/diagnostics.hpp"
#include "common/io/output/file_copy.hpp"

namespace ku {
namespace {

/// A name in the directory of `path` that no other file has: it contains 64 random bits.
std::string unique_name_beside(const std::string& path) {
  std::uint64_t number = 0;
  if (::getrandom(&number, sizeof number, 0) != sizeof number) throw_file_error("getrandom", errno);
  const std::size_t base = path.rfind('/') + 1;  // 0 if there is no slash
  // Cut the name, so that the result is within NAME_MAX.
  return fmt::format("{}.{}.{:016x}", path.substr(0, base), path.substr(base, 200), number);
}

/// A temporary file without a name, in TMPDIR.
Descriptor anonymous_file() {
  const char* const set = std::getenv("TMPDIR");
  const std::string folder = set == nullptr || *set == '\0' ? "/tmp" : set;
  Descriptor file(::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC | O_EXCL, S_IRUSR | S_IWUSR));
  if (!file.is_open()) {
    std::string name = folder + "/ku.XXXXXX";
    file = Descriptor(::mkostemp(name.data(), O_CLOEXEC));
    if (file.is_open()) ::unlink(name.c_str());
  }
  if (!file.is_open()) {
    throw FatalError(fmt::format("{}: cannot create a temporary file: {}", folder, error_text(errno)));
  }
  return file;
}

/// Takes an open file description lock, waiting for other programs that have one. Unlike flock(2), it does not conflict
/// with flock(1) on the same file, from which this program may have been started; unlike POSIX record locks, it is not
/// lost when another descriptor of the file is closed. A file system without locks is not an error.
void lock_whole_file(int file) {
  struct flock lock {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  while (::fcntl(file, F_OFD_SETLKW, &lock) != 0 && errno == EINTR) {
  }
}

bool is_same_file(const struct stat& a, const struct stat& b) { return a.st_dev == b.st_dev && a.st_ino == b.st_ino; }

bool is_same_content(const struct stat& a, const struct stat& b) {
  return a.st_size == b.st_size && a.st_mtim.tv_sec == b.st_mtim.tv_sec && a.st_mtim.tv_nsec == b.st_mtim.tv_nsec;
}

}  // namespace

Replacement::Replacement(std::string path, std::string shown, Lock lock)
    : path_(std::move(path)), shown_(std::move(shown)) {
  open_target(lock);
  if (!create_beside()) content_ = anonymous_file();
}

Replacement::~Replacement() { remove(); }

void Replacement::open_target(Lock lock) {
  for (;;) {
    target_ = Descriptor(::open(path_.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY));
    if (!target_.is_open()) {
      if (errno != ENOENT) throw_file_error(shown_, errno);
      return;
    }
    if (lock == Lock::no) break;
    lock_whole_file(target_.get());
    struct stat now {};
    const auto status = status_of(target_.get());
    // The previous owner of the lock may have renamed another file to this path.
    if (status && ::stat(path_.c_str(), &now) == 0 && is_same_file(*status, now)) break;
  }
  is_locked_ = lock == Lock::yes;
  if (const auto status = status_of(target_.get())) original_status_ = *status;
}

/// Creates the temporary file beside the target. Returns false if it must be elsewhere.
bool Replacement::create_beside() {
  constexpr mode_t kPrivate = S_IRUSR | S_IWUSR;
  constexpr mode_t kDefault = kPrivate | S_IRGRP | S_IWGRP | S_IROTH | S_IWOTH;
  do {
    temporary_name_ = unique_name_beside(path_);
    removal_.emplace(temporary_name_);
    // A file that did not exist gets the default permissions (umask).
    content_ = Descriptor(::open(temporary_name_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC,
                                 target_.is_open() ? kPrivate : kDefault));
  } while (!content_.is_open() && errno == EEXIST);
  if (!content_.is_open()) {
    const int error = errno;
    temporary_name_.clear();
    removal_.reset();
    if (target_.is_open() && (error == EACCES || error == EPERM || error == EROFS)) return false;
    throw_file_error(shown_, error);
  }
  if (target_.is_open() && !copy_attributes(target_.get(), content_.get())) {
    content_.close();
    remove();
    return false;
  }
  return true;
}

void Replacement::remove() {
  if (!temporary_name_.empty()) ::unlink(temporary_name_.c_str());
  temporary_name_.clear();
  removal_.reset();
}

void Replacement::require_unchanged() const {
  const auto now = status_of(target_.get());
  struct stat named {};
  if (now && is_same_content(*now, original_status_) && ::stat(path_.c_str(), &named) == 0 &&
      is_same_file(named, original_status_)) {
    return;
  }
  throw FatalError(fmt::format("{}: another program has changed it meanwhile", shown_));
}

void Replacement::commit(const std::string& suffix) {
  if (const int error = synchronize(content_.get()); error != 0) throw_file_error(shown_, error);
  if (is_locked_) require_unchanged();
  if (!suffix.empty() && target_.is_open()) keep_backup(suffix);
  if (temporary_name_.empty()) return copy_into_target();
  if (::rename(temporary_name_.c_str(), path_.c_str()) == 0) {
    temporary_name_.clear();
    removal_.reset();
  } else if (errno == EBUSY && target_.is_open()) {
    copy_into_target();  // a mount point
  } else {
    throw_file_error(shown_, errno);
  }
}

// The backup is a second hard link to the old file, renamed over an older backup. A copy is made where hard links are
// not supported, and where the target itself will be overwritten.
void Replacement::keep_backup(const std::string& suffix) {
  const std::string backup = path_ + suffix;
  const std::string temporary = unique_name_beside(backup);
  const RemovalOnSignal removal(temporary);
  int error = 0;
  if (temporary_name_.empty() || ::link(path_.c_str(), temporary.c_str()) != 0) error = copy_to(temporary);
  if (error == 0 && ::rename(temporary.c_str(), backup.c_str()) != 0) error = errno;
  ::unlink(temporary.c_str());  // still there on failure, or if both are links to the same file
  if (error != 0) throw_file_error(shown_ + suffix, error);
}

int Replacement::copy_to(const std::string& backup) const {
  const Descriptor from(::open(path_.c_str(), O_RDONLY | O_CLOEXEC));
  if (!from.is_open()) return errno;
  const Descriptor to(::open(backup.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
  if (!to.is_open()) return errno;
  // Failure is ignored: a backup with another owner is better than none, and it grants no more access.
  copy_attributes(from.get(), to.get());
  return copy_content(from.get(), to.get());
}

void Replacement::copy_into_target() {
  const SignalDeferral deferral;
  if (const int error = copy_content(content_.get(), target_.get()); error != 0) throw_file_error(shown_, error);
  if (const int error = target_.close(); error != 0) throw_file_error(shown_, error);
  remove();
}

}  // namespace ku
