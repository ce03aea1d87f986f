#include "common/io/input/file_source.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include "common/io/diagnostics.hpp"

namespace ku {
namespace {

constexpr std::size_t kMaxPeekBytes = 4;

}  // namespace

FileSource::FileSource(Descriptor descriptor, bool is_regular)
    : descriptor_(std::move(descriptor)), is_regular_(is_regular) {}

FileSource::~FileSource() {
  if (descriptor_.get() == STDIN_FILENO) descriptor_.release();
}

void FileSource::peek(const std::function<bool(std::string_view)>& decide) {
  std::array<char, kMaxPeekBytes> bytes{};
  do {
    const std::size_t count = read_file(bytes.data(), bytes.size() - lookahead_.size());
    if (count == 0) return;
    lookahead_.append(bytes.data(), count);
  } while (!decide(lookahead_) && lookahead_.size() < kMaxPeekBytes);
}

std::size_t FileSource::read(char* to, std::size_t size) {
  if (lookahead_.empty()) {
    const std::size_t count = read_file(to, size);
    bytes_read_ += count;
    return count;
  }
  const std::size_t count = lookahead_.copy(to, size);
  lookahead_.erase(0, count);
  bytes_read_ += count;
  return count;
}

// Never reads again after the end: a terminal would wait for another line.
std::size_t FileSource::read_file(char* to, std::size_t size) {
  if (at_end_) return 0;
  const std::ptrdiff_t count = read_some(descriptor_.get(), to, size);
  if (count < 0) error_ = errno;
  at_end_ = count <= 0;
  return static_cast<std::size_t>(std::max<std::ptrdiff_t>(count, 0));
}

bool FileSource::is_ready() const {
  return is_regular_ || at_end_ || !lookahead_.empty() || is_readable(descriptor_.get());
}

std::optional<SourceFailure> FileSource::failure() const {
  if (error_ == 0) return std::nullopt;
  return SourceFailure{error_text(error_), false};
}

}  // namespace ku
