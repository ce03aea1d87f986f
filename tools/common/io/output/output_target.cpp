#include "common/io/output/output_target.hpp"

#include <fmt/core.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string_view>

#include "common/io/descriptor.hpp"
#include "common/io/diagnostics.hpp"

namespace ku {
namespace {

constexpr int kMaxSymlinks = 40;  // the limit of Linux

std::optional<std::string> real_path(const std::string& file) {
  const std::unique_ptr<char, decltype(&std::free)> resolved(::realpath(file.c_str(), nullptr), &std::free);
  if (!resolved) return std::nullopt;
  return std::string(resolved.get());
}

/// The target of a symbolic link; empty if the file is none.
std::optional<std::string> link_text(const std::string& file) {
  std::string text(PATH_MAX, '\0');
  const ssize_t size = ::readlink(file.c_str(), text.data(), text.size());
  if (size < 0) return std::nullopt;
  text.resize(static_cast<std::size_t>(size));
  return text;
}

/// The descriptor for an entry of /proc/PID/fd of this process, or -1. The descriptor is used itself, since opening the
/// entry would open the file again, at offset 0.
int descriptor_named(const std::string& folder, const std::string& name) {
  const bool is_own = folder == fmt::format("/proc/{}/fd", ::getpid()) ||
                      (folder.starts_with(fmt::format("/proc/{}/task/", ::getpid())) && folder.ends_with("/fd"));
  if (!is_own || name.empty() || name.size() > 9 || name.find_first_not_of("0123456789") != std::string::npos) {
    return -1;
  }
  return std::stoi(name);
}

}  // namespace

// Links of the last component are followed one by one: `realpath` fails for a dangling link, and resolves a link to a
// descriptor to the file that is open there.
OutputTarget find_output_target(const std::string& file) {
  using Kind = OutputTarget::Kind;
  if (file == "-") return {Kind::descriptor, STDOUT_FILENO};
  struct stat status {};
  // Let the system follow the links first: it may refuse those of other users in a shared directory
  // (fs.protected_symlinks).
  if (::stat(file.c_str(), &status) != 0 && errno != ENOENT) throw_file_error(file, errno);
  std::string path = file;
  for (int links = 0; links <= kMaxSymlinks; ++links) {
    const std::size_t slash = path.rfind('/');
    const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
    const auto folder = real_path(slash == std::string::npos ? "." : path.substr(0, slash + 1));
    if (!folder) throw_file_error(file, errno);
    if (const int descriptor = descriptor_named(*folder, name); descriptor >= 0) return {Kind::descriptor, descriptor};
    if (name.empty() || name == "." || name == "..") throw_file_error(file, path.empty() ? ENOENT : EISDIR);
    path = *folder == "/" ? "/" + name : fmt::format("{}/{}", *folder, name);
    if (const auto link = link_text(path)) {
      path = link->starts_with('/') ? *link : fmt::format("{}/{}", *folder, *link);
      continue;
    }
    if (::lstat(path.c_str(), &status) != 0) {
      if (errno != ENOENT) throw_file_error(file, errno);
      return {Kind::absent, -1, path};
    }
    if (S_ISDIR(status.st_mode)) throw_file_error(file, EISDIR);
    return {S_ISREG(status.st_mode) ? Kind::regular : Kind::special, -1, path};
  }
  throw_file_error(file, ELOOP);
}

bool is_same_target(const OutputTarget& a, const OutputTarget& b) {
  if (a.kind != b.kind) return false;
  if (a.kind == OutputTarget::Kind::descriptor) return a.descriptor == b.descriptor;
  return a.path == b.path;
}

std::string resolved_name(const std::string& file) { return real_path(file).value_or(file); }

}  // namespace ku
