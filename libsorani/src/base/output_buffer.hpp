#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

namespace sorani::base {

/// Appends to a string that grows geometrically, and keeps unused room at its end until `finish`. Between, the string's
/// own size says nothing. One check for room can serve several writes (`reserve`, `room`).
class OutputBuffer {
 public:
  explicit OutputBuffer(std::string& out) : out_(out), size_(out.size()) {}

  void reserve(std::size_t room) {
    if (out_.size() - size_ < room) grow(room);
  }

  void put(char byte) {
    reserve(1);
    out_[size_++] = byte;
  }

  void put(std::string_view text) {
    reserve(text.size());
    text.copy(out_.data() + size_, text.size());
    size_ += text.size();
  }

  /// As `put`, for a text of which `readable` bytes can be read even where it is shorter: texts of up to that size,
  /// which should be most, are copied in one move of a fixed size.
  template <std::size_t readable>
  void put_padded(std::string_view text) {
    reserve(std::max(text.size(), readable));
    char* const to = out_.data() + size_;
    std::memcpy(to, text.data(), readable);
    if (text.size() > readable) std::memcpy(to, text.data(), text.size());
    size_ += text.size();
  }

  /// Where `size` bytes can be written, of which `advance` then tells how many were.
  char* room(std::size_t size) {
    reserve(size);
    return out_.data() + size_;
  }
  void advance(std::size_t size) noexcept { size_ += size; }

  /// Everything written and the unused room after it, `capacity` bytes together, for code that does its own
  /// bookkeeping; `set_size` then tells how many bytes have been written.
  char* data() noexcept { return out_.data(); }
  std::size_t capacity() const noexcept { return out_.size(); }
  void set_size(std::size_t size) noexcept { size_ = size; }

  std::size_t size() const noexcept { return size_; }
  /// The last byte written. There must be one.
  char back() const noexcept { return out_[size_ - 1]; }
  /// What has been written from byte `from` on.
  std::string_view written(std::size_t from) const noexcept { return {out_.data() + from, size_ - from}; }
  /// Forgets what was written after the first `size` bytes.
  void shrink(std::size_t size) noexcept { size_ = size; }
  void finish() { out_.resize(size_); }

 private:
  void grow(std::size_t room) { out_.resize(std::max(size_ + room, out_.size() + out_.size() / 2)); }

  std::string& out_;
  std::size_t size_;
};

}  // namespace sorani::base
