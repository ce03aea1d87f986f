#include "count/spill/scratch_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

namespace sorani::count {

ScratchFile::ScratchFile(std::string directory) : directory_(std::move(directory)) {
  // O_TMPFILE creates it without a name, so that no signal can leave it behind. Not every file system has that (NFS has
  // not); there it is created with a name that is removed at once.
  descriptor_ = ::open(directory_.c_str(), O_TMPFILE | O_RDWR | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor_ >= 0) return;
  std::string name = directory_ + "/sorani-XXXXXX";
  descriptor_ = ::mkostemp(name.data(), O_CLOEXEC);
  if (descriptor_ < 0) fail("cannot create a temporary file");
  ::unlink(name.c_str());
}

ScratchFile::ScratchFile(ScratchFile&& other) noexcept
    : directory_(std::move(other.directory_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      size_(std::exchange(other.size_, 0)) {}

ScratchFile& ScratchFile::operator=(ScratchFile&& other) noexcept {
  std::swap(directory_, other.directory_);
  std::swap(descriptor_, other.descriptor_);
  std::swap(size_, other.size_);
  return *this;
}

ScratchFile::~ScratchFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void ScratchFile::append(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(size_));
    if (written < 0) {
      if (errno == EINTR) continue;
      fail("cannot write a temporary file");
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
    size_ += static_cast<std::uint64_t>(written);
  }
}

std::size_t ScratchFile::read(std::uint64_t at, char* to, std::size_t size) const {
  std::size_t count = 0;
  while (count < size) {
    const ssize_t got = ::pread(descriptor_, to + count, size - count, static_cast<off_t>(at + count));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail("cannot read a temporary file");
    if (got == 0) break;
    count += static_cast<std::size_t>(got);
  }
  return count;
}

void ScratchFile::clear() {
  if (::ftruncate(descriptor_, 0) != 0) fail("cannot empty a temporary file");
  size_ = 0;
}

void ScratchFile::fail(const char* what) const {
  throw std::system_error(errno, std::generic_category(), directory_ + ": " + what);
}

}  // namespace sorani::count
