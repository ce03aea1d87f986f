#include "common/io/output/output.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>

#include <cerrno>

#include "common/io/diagnostics.hpp"

namespace ku {
namespace {

bool is_open_for_writing(int descriptor) {
  const int flags = ::fcntl(descriptor, F_GETFL);
  return flags >= 0 && (flags & O_ACCMODE) != O_RDONLY;
}

}  // namespace

Output::Output(const std::string& file, Replacement::Lock lock) : file_(file), target_(find_output_target(file)) {
  switch (target_.kind) {
    case OutputTarget::Kind::descriptor:
      descriptor_ = target_.descriptor;
      // A closed standard output is an error only when something is written; a descriptor named by -o at once.
      if (file != "-" && !is_open_for_writing(descriptor_)) {
        throw_file_error(file, EBADF);
      }
      break;
    case OutputTarget::Kind::special:
      special_ = Descriptor(::open(target_.path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
      if (!special_.is_open()) throw_file_error(file, errno);
      descriptor_ = special_.get();
      break;
    case OutputTarget::Kind::absent:
    case OutputTarget::Kind::regular:
      replacement_ = std::make_unique<Replacement>(target_.path, file, lock);
      descriptor_ = replacement_->descriptor();
      break;
  }
}

void Output::write(std::string_view bytes) {
  if (bytes.empty()) return;
  is_written_ = true;
  if (const int error = write_all(descriptor_, bytes); error != 0) fail(error);
}

void Output::commit(const std::string& suffix) {
  if (replacement_) return replacement_->commit(suffix);
  // Some file systems (NFS) report write errors only at close. Other descriptors must stay open, so close a duplicate.
  if (!special_.is_open()) special_ = Descriptor(::fcntl(descriptor_, F_DUPFD_CLOEXEC, 0));
  const int error = special_.close();
  if (error != 0 && is_written_) fail(error);
}

std::optional<FileIdentity> Output::identity() const {
  const auto status = replacement_ ? std::nullopt : status_of(descriptor_);
  if (!status || !S_ISREG(status->st_mode)) return std::nullopt;
  return FileIdentity{status->st_dev, status->st_ino};
}

void Output::fail(int error) const {
  if (file_ == "-") throw FatalError(fmt::format("write error: {}", error_text(error)));
  throw FatalError(fmt::format("{}: write error: {}", file_, error_text(error)));
}

}  // namespace ku
