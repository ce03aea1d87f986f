#include "common/io/output/replacement.hpp"

#include <fcntl.h>
#include <fmt/format.h>
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

[[noreturn]] void fail(const std::string& file, int error) {
  throw FatalError(fmt::format("{}: {}", shown_name(file), error_text(error)));
}

/// A name beside `path` that no other file has: the number is too large to be met again.
std::string name_beside(const std::string& path) {
  std::uint64_t number = 0;
  if (::getrandom(&number, sizeof number, 0) != sizeof number) fail("getrandom", errno);
  const std::size_t base = path.rfind('/') + 1;  // 0 if there is no slash
  // Short enough whatever the length of the name.
  return fmt::format("{}.{}.{:016x}", path.substr(0, base), path.substr(base, 200), number);
}

/// A file without a name, for content that cannot stand beside its target.
Descriptor unnamed_file() {
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

/// Waits for others who do the same. Such a lock does not meet those of flock(1), which may have been taken for this
/// very program, and it is not lost when the file is closed elsewhere. Not all file systems have locks; that is no
/// error.
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
  if (!create_beside()) content_ = unnamed_file();
}

Replacement::~Replacement() { remove(); }

void Replacement::open_target(Lock lock) {
  for (;;) {
    target_ = Descriptor(::open(path_.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY));
    if (!target_.is_open()) {
      if (errno != ENOENT) fail(shown_, errno);
      return;
    }
    if (lock == Lock::no) break;
    lock_whole_file(target_.get());
    struct stat now {};
    const auto status = status_of(target_.get());
    // Who had the lock before may have put another file in its place.
    if (status && ::stat(path_.c_str(), &now) == 0 && is_same_file(*status, now)) break;
  }
  is_locked_ = lock == Lock::yes;
  if (const auto status = status_of(target_.get())) before_ = *status;
}

/// False if the content must stand elsewhere.
bool Replacement::create_beside() {
  constexpr mode_t kPrivate = S_IRUSR | S_IWUSR;
  constexpr mode_t kFresh = kPrivate | S_IRGRP | S_IWGRP | S_IROTH | S_IWOTH;
  do {
    name_ = name_beside(path_);
    removal_.emplace(name_);
    // A fresh file gets the rights that the system gives to any.
    content_ =
        Descriptor(::open(name_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, target_.is_open() ? kPrivate : kFresh));
  } while (!content_.is_open() && errno == EEXIST);
  if (!content_.is_open()) {
    const int error = errno;
    name_.clear();
    removal_.reset();
    if (target_.is_open() && (error == EACCES || error == EPERM || error == EROFS)) return false;
    fail(shown_, error);
  }
  if (target_.is_open() && !copy_attributes(target_.get(), content_.get())) {
    content_.close();
    remove();
    return false;
  }
  return true;
}

void Replacement::remove() {
  if (!name_.empty()) ::unlink(name_.c_str());
  name_.clear();
  removal_.reset();
}

void Replacement::require_unchanged() const {
  const auto now = status_of(target_.get());
  struct stat named {};
  if (now && is_same_content(*now, before_) && ::stat(path_.c_str(), &named) == 0 && is_same_file(named, before_)) {
    return;
  }
  throw FatalError(fmt::format("{}: another program has changed it meanwhile", shown_));
}

void Replacement::commit(const std::string& suffix) {
  if (const int error = synchronize(content_.get()); error != 0) fail(shown_, error);
  if (is_locked_) require_unchanged();
  if (!suffix.empty() && target_.is_open()) keep_backup(suffix);
  if (name_.empty()) return copy_into_target();
  if (::rename(name_.c_str(), path_.c_str()) == 0) {
    name_.clear();
    removal_.reset();
  } else if (errno == EBUSY && target_.is_open()) {
    copy_into_target();  // a mount point
  } else {
    fail(shown_, errno);
  }
}

// A second name for the old file is a backup at once. The backup of before goes when it takes that name. Where there
// are no hard links, and where the file itself will be written to, a copy is made.
void Replacement::keep_backup(const std::string& suffix) {
  const std::string backup = path_ + suffix;
  const std::string fresh = name_beside(backup);
  const RemovedOnSignal removal(fresh);
  int error = 0;
  if (name_.empty() || ::link(path_.c_str(), fresh.c_str()) != 0) error = copy_to(fresh);
  if (error == 0 && ::rename(fresh.c_str(), backup.c_str()) != 0) error = errno;
  ::unlink(fresh.c_str());  // there still if it failed, or if both were names of one file
  if (error != 0) fail(shown_ + suffix, error);
}

int Replacement::copy_to(const std::string& backup) const {
  const Descriptor from(::open(path_.c_str(), O_RDONLY | O_CLOEXEC));
  if (!from.is_open()) return errno;
  const Descriptor to(::open(backup.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
  if (!to.is_open()) return errno;
  // A backup of another owner is better than none; more people than before cannot read it.
  copy_attributes(from.get(), to.get());
  return copy_content(from.get(), to.get());
}

void Replacement::copy_into_target() {
  const SignalsHeldBack held_back;
  if (const int error = copy_content(content_.get(), target_.get()); error != 0) fail(shown_, error);
  if (const int error = target_.close(); error != 0) fail(shown_, error);
  remove();
}

}  // namespace ku
