#include "common/io/input/source.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "common/io/diagnostics.hpp"
#include "common/io/input/byte_order_mark.hpp"
#include "common/io/input/decoded_source.hpp"
#include "common/io/input/file_source.hpp"

namespace ku {
namespace {

Descriptor open_for_reading(const std::string& file) {
  if (file == "-") return Descriptor(STDIN_FILENO);
  Descriptor opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (!opened.is_open()) throw OpenError(fmt::format("{}: {}", shown_name(file), error_text(errno)));
  return opened;
}

/// True if reading would never end, since the output is appended to the same file.
bool is_output(int descriptor, const struct stat& status, const std::optional<FileIdentity>& output) {
  return output && S_ISREG(status.st_mode) && FileIdentity{status.st_dev, status.st_ino} == *output &&
         ::lseek(descriptor, 0, SEEK_CUR) < status.st_size;
}

}  // namespace

std::unique_ptr<Source> open_source(const std::string& file, const SourceOptions& options) {
  Descriptor descriptor = open_for_reading(file);
  const auto status = status_of(descriptor.get());
  if (status && is_output(descriptor.get(), *status, options.output)) {
    throw OpenError(fmt::format("{}: input file is output file", file));
  }
  const bool is_regular = status && S_ISREG(status->st_mode);
  if (is_regular) ::posix_fadvise(descriptor.get(), 0, 0, POSIX_FADV_SEQUENTIAL);

  auto source = std::make_unique<FileSource>(std::move(descriptor), is_regular);
  std::string charset = options.charset;
  if (charset.empty()) {
    source->peek([&](std::string_view start) {
      const ByteOrderMark mark = find_byte_order_mark(start);
      charset = mark.charset;
      return mark.is_decided;
    });
  }
  // Opening a directory succeeds; only reading it fails.
  if (const auto failure = source->failure()) throw OpenError(fmt::format("{}: {}", file, failure->message));
  if (charset.empty() || is_utf8(charset)) return source;
  return std::make_unique<DecodedSource>(std::move(source), charset, options.invalid);
}

std::optional<std::uint64_t> size_of_file(const std::string& file) {
  struct stat status {};
  const bool is_stdin = file == "-";
  if ((is_stdin ? ::fstat(STDIN_FILENO, &status) : ::stat(file.c_str(), &status)) != 0) return std::nullopt;
  if (!S_ISREG(status.st_mode)) return std::nullopt;
  const off_t done = is_stdin ? std::max<off_t>(::lseek(STDIN_FILENO, 0, SEEK_CUR), 0) : 0;
  return static_cast<std::uint64_t>(std::max<off_t>(status.st_size - done, 0));
}

}  // namespace ku
