#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

namespace sorani::base {

/// Appends to a string that grows geometrically and has slack at its end until `finish`: until then, `size()` is the
/// size of the output, not that of the string. One check for space can serve several writes (`reserve`, `room`).
class OutputBuffer {
 public:
  /// `attach` must be called before anything else.
  OutputBuffer() = default;
  explicit OutputBuffer(std::string& out) { attach(out); }

  /// Appends to `out` from now on.
  void attach(std::string& out) noexcept {
    out_ = &out;
    begin_ = size_ = out.size();
  }

  void reserve(std::size_t room) {
    if (slack() < room) grow(room);
  }

  void put(char byte) {
    reserve(1);
    (*out_)[size_++] = byte;
  }

  void put(std::string_view text) {
    reserve(text.size());
    text.copy(out_->data() + size_, text.size());
    size_ += text.size();
  }

  /// As `put`, for a text of which `readable` bytes can be read even if it is shorter. Texts of up to that size, which
  /// should be most, are copied in one move of a fixed size.
  template <std::size_t readable>
  void put_padded(std::string_view text) {
    reserve(std::max(text.size(), readable));
    char* const to = out_->data() + size_;
    std::memcpy(to, text.data(), readable);
    if (text.size() > readable) std::memcpy(to, text.data(), text.size());
    size_ += text.size();
  }

  /// A place for `size` bytes; `advance` adds those that were written there.
  char* room(std::size_t size) {
    reserve(size);
    return out_->data() + size_;
  }
  void advance(std::size_t size) noexcept { size_ += size; }

  /// Everything written and the unused room after it, `capacity` bytes together, for code that writes into it by
  /// itself; `advance` then adds what was written.
  char* data() noexcept { return out_->data(); }
  std::size_t capacity() const noexcept { return out_->size(); }

  std::size_t size() const noexcept { return size_; }
  /// The last byte written. There must be one.
  char back() const noexcept { return (*out_)[size_ - 1]; }
  /// Bytes that can be written without growing.
  std::size_t slack() const noexcept { return out_->size() - size_; }
  /// The output from byte `from` on.
  std::string_view written(std::size_t from) const noexcept { return {out_->data() + from, size_ - from}; }
  /// Removes all but the first `size` bytes.
  void shrink(std::size_t size) noexcept { size_ = size; }
  void finish() { out_->resize(size_); }

 private:
  static constexpr std::size_t kMinGrowth = 64;

  /// In proportion to what this buffer has appended, not to the whole string: many short texts appended to one string
  /// would else take quadratic time, since `resize` fills new bytes with zeros.
  void grow(std::size_t room) { out_->resize(size_ + std::max({room, kMinGrowth, (size_ - begin_) / 2})); }

  std::string* out_ = nullptr;
  std::size_t begin_ = 0;  // size of the string at `attach`
  std::size_t size_ = 0;
};

}  // namespace sorani::base
