#include "common/output.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <cerrno>
#include <climits>
#include <cstdlib>

#include "common/diagnostics.hpp"

namespace ku {
namespace {

constexpr int kStandardOutput = 1;

}  // namespace

std::string resolved_name(const std::string& file) {
  const std::unique_ptr<char, decltype(&std::free)> resolved(::realpath(file.c_str(), nullptr), &std::free);
  return resolved ? std::string(resolved.get()) : file;
}

Output::Output(const std::string& file) : file_(file) {
  struct stat status {};
  if (file == "-") {
    descriptor_ = kStandardOutput;
  } else if (::stat(file.c_str(), &status) != 0 || S_ISREG(status.st_mode)) {
    temporary_ = std::make_unique<TemporaryFile>(resolved_name(file));
    descriptor_ = temporary_->descriptor();
  } else {
    direct_ = Descriptor(::open(file.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
    if (!direct_.is_open()) throw FatalError(fmt::format("{}: {}", file, error_text(errno)));
    descriptor_ = direct_.get();
  }
}

void Output::write(std::string_view bytes) {
  if (bytes.empty()) return;
  is_written_ = true;
  if (const int error = write_all(descriptor_, bytes); error != 0) fail(error);
}

void Output::commit(const std::string& backup) {
  if (temporary_) {
    temporary_->replace_target(backup);
    return;
  }
  if (!direct_.is_open()) direct_ = Descriptor(kStandardOutput);
  const int error = direct_.close();
  // A standard output that is closed from the start does no harm as long as nothing is to be written.
  if (error != 0 && (error != EBADF || is_written_)) fail(error);
}

std::optional<FileIdentity> Output::identity() const {
  const auto status = temporary_ ? std::nullopt : status_of(descriptor_);
  if (!status || !S_ISREG(status->st_mode)) return std::nullopt;
  return FileIdentity{status->st_dev, status->st_ino};
}

void Output::fail(int error) const {
  if (file_ == "-") throw FatalError(fmt::format("write error: {}", error_text(error)));
  throw FatalError(fmt::format("{}: write error: {}", file_, error_text(error)));
}

}  // namespace ku
