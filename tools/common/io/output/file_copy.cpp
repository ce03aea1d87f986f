#include "common/io/output/file_copy.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string>
#include <string_view>
#include <vector>

#include "common/io/descriptor.hpp"

namespace ku {
namespace {

constexpr std::size_t kBuffer = std::size_t{256} * 1024;
constexpr const char* kAccessList = "system.posix_acl_access";
constexpr mode_t kModeBits = 07777;

/// The names of the extended attributes, access control lists included. Empty if the file system has none.
std::vector<std::string> attribute_names(int file) {
  std::string list;
  for (;;) {
    const ssize_t size = ::flistxattr(file, nullptr, 0);
    if (size <= 0) return {};
    list.resize(static_cast<std::size_t>(size));
    const ssize_t got = ::flistxattr(file, list.data(), list.size());
    if (got < 0 && errno == ERANGE) continue;  // it has grown in between
    list.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    break;
  }
  std::vector<std::string> names;
  for (std::size_t at = 0; at < list.size();) {
    names.emplace_back(list.c_str() + at);
    at += names.back().size() + 1;
  }
  return names;
}

/// True for attributes that the system derives from the content.
bool is_derived_from_content(std::string_view name) {
  return name == "security.capability" || name == "security.ima" || name == "security.evm";
}

/// True for attributes without which the copy fails. Others (security labels, trusted.*) are copied if permitted.
bool must_be_kept(std::string_view name) { return name.starts_with("user.") || name.starts_with("system."); }

bool copy_attribute(int from, int to, const std::string& name) {
  const ssize_t size = ::fgetxattr(from, name.c_str(), nullptr, 0);
  if (size < 0) return errno == ENODATA;
  std::string value(static_cast<std::size_t>(size), '\0');
  const ssize_t got = ::fgetxattr(from, name.c_str(), value.data(), value.size());
  return got >= 0 && ::fsetxattr(to, name.c_str(), value.data(), static_cast<std::size_t>(got), 0) == 0;
}

}  // namespace

bool copy_attributes(int from, int to) {
  const auto status = status_of(from);
  const auto now = status_of(to);
  if (!status || !now) return false;
  if ((status->st_uid != now->st_uid || status->st_gid != now->st_gid) &&
      ::fchown(to, status->st_uid, status->st_gid) != 0) {
    return false;
  }
  // Remove a list that the new file inherited from its directory.
  ::fremovexattr(to, kAccessList);
  for (const std::string& name : attribute_names(from)) {
    if (!is_derived_from_content(name) && !copy_attribute(from, to, name) && must_be_kept(name)) return false;
  }
  return ::fchmod(to, status->st_mode & kModeBits) == 0;
}

int synchronize(int descriptor) {
  if (::fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP || errno == EROFS) return 0;
  return errno;
}

int copy_content(int from, int to) {
  const auto status = status_of(from);
  if (!status || ::lseek(from, 0, SEEK_SET) != 0 || ::lseek(to, 0, SEEK_SET) != 0) return errno;
  if (status->st_size > 0 && ::fallocate(to, FALLOC_FL_KEEP_SIZE, 0, status->st_size) != 0 && errno != EOPNOTSUPP &&
      errno != ENOSYS) {
    return errno;
  }
  std::vector<char> buffer(kBuffer);
  for (;;) {
    const std::ptrdiff_t count = read_some(from, buffer.data(), buffer.size());
    if (count < 0) return errno;
    if (count == 0) break;
    if (const int error = write_all(to, {buffer.data(), static_cast<std::size_t>(count)}); error != 0) return error;
  }
  if (::ftruncate(to, status->st_size) != 0) return errno;
  return synchronize(to);
}

}  // namespace ku
