#include "count/spill/run.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "base/hash.hpp"

namespace sorani::count {
namespace {

std::size_t shared_prefix(std::string_view a, std::string_view b) {
  const std::size_t size = std::min(a.size(), b.size());
  std::size_t at = 0;
  while (at + 8 <= size && base::load64(a.data() + at) == base::load64(b.data() + at)) at += 8;
  while (at < size && a[at] == b[at]) ++at;
  return at;
}

class RunRows : public NgramSource {
 public:
  RunRows(const ScratchFile& file, Run run, std::size_t buffer)
      : file_(file),
        at_(run.begin),
        end_(run.end),
        size_(static_cast<std::size_t>(std::min<std::uint64_t>(buffer, run.end - run.begin))),
        buffer_(std::make_unique_for_overwrite<char[]>(size_)) {}

  bool next() override {
    if (next_ == filled_ && at_ == end_) return false;
    const auto shared = static_cast<std::size_t>(get_varint());
    auto rest = static_cast<std::size_t>(get_varint());
    key_.resize(shared);
    while (rest > 0) {
      if (next_ == filled_) fill();
      const std::size_t part = std::min(rest, filled_ - next_);
      key_.append(buffer_.get() + next_, part);
      next_ += part;
      rest -= part;
    }
    const std::uint64_t count = get_varint();
    set(key_, count);
    return true;
  }

 private:
  std::uint64_t get_varint() {
    std::uint64_t number = 0;
    for (unsigned shift = 0;; shift += 7) {
      if (next_ == filled_) fill();
      const auto byte = static_cast<unsigned char>(buffer_[next_++]);
      number |= std::uint64_t{byte & 0x7Fu} << shift;
      if (byte < 0x80) return number;
    }
  }

  void fill() {
    const std::size_t wanted = static_cast<std::size_t>(std::min<std::uint64_t>(size_, end_ - at_));
    filled_ = file_.read(at_, buffer_.get(), wanted);
    next_ = 0;
    at_ += filled_;
    // The file is shorter than what was written to it: another process has truncated it.
    if (filled_ == 0) throw std::system_error(EIO, std::generic_category(), "a temporary file was cut off");
  }

  const ScratchFile& file_;
  std::uint64_t at_;
  std::uint64_t end_;
  std::size_t size_;
  std::unique_ptr<char[]> buffer_;
  std::size_t next_ = 0;
  std::size_t filled_ = 0;
  std::string key_;
};

}  // namespace

void RunWriter::add(std::string_view key, std::uint64_t count) {
  const std::size_t shared = shared_prefix(previous_, key);
  put_varint(shared);
  put_varint(key.size() - shared);
  buffer_ += key.substr(shared);
  put_varint(count);
  previous_.resize(shared);
  previous_ += key.substr(shared);
  if (buffer_.size() >= kBufferBytes) {
    file_.append(buffer_);
    buffer_.clear();
  }
}

Run RunWriter::finish() {
  file_.append(buffer_);
  buffer_.clear();
  return {begin_, file_.size()};
}

void RunWriter::put_varint(std::uint64_t number) {
  while (number >= 0x80) {
    buffer_ += static_cast<char>(number | 0x80);
    number >>= 7;
  }
  buffer_ += static_cast<char>(number);
}

NgramRows read_run(const ScratchFile& file, Run run, std::size_t buffer) {
  return std::make_unique<RunRows>(file, run, buffer);
}

}  // namespace sorani::count
