#pragma once

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace ku::tok {

/// A short text in a buffer of fixed size, so that it is copied by one move of that size, without a loop.
struct Padded {
  static constexpr std::size_t kSize = 32;

  constexpr Padded() = default;
  explicit constexpr Padded(std::string_view text) { append(text); }
  constexpr void append(std::string_view text) {
    std::copy(text.begin(), text.end(), bytes.begin() + static_cast<std::ptrdiff_t>(size));
    size += text.size();
  }

  std::array<char, kSize> bytes{};
  std::size_t size = 0;
};

/// Collects rows in a buffer on the stack, so that the output string grows in large steps.
class RowBuffer {
 public:
  explicit RowBuffer(std::string& out) : out_(out) {}
  ~RowBuffer() { flush(); }
  RowBuffer(const RowBuffer&) = delete;
  RowBuffer& operator=(const RowBuffer&) = delete;

  /// Begins a row: reserves room for 256 bytes of short texts and numbers. Longer texts find room by themselves.
  void begin() {
    if (bytes_.size() - size_ < kRow) flush();
  }
  void put(char c) { bytes_[size_++] = c; }
  void put(const Padded& text) {
    std::memcpy(bytes_.data() + size_, text.bytes.data(), Padded::kSize);
    size_ += text.size;
  }
  void put(std::uint64_t number) {
    char* to = bytes_.data() + size_;
    if (number < 1000) {
      const auto n = static_cast<unsigned>(number);
      if (n >= 100) *to++ = static_cast<char>('0' + n / 100);
      if (n >= 10) *to++ = static_cast<char>('0' + n / 10 % 10);
      *to++ = static_cast<char>('0' + n % 10);
    } else {
      to = std::to_chars(to, bytes_.data() + bytes_.size(), number).ptr;
    }
    size_ = static_cast<std::size_t>(to - bytes_.data());
  }
  /// Appends a token, and has room for another 256 bytes of the row after it. `readable` bytes can be read from the
  /// start of `text`, so that short tokens are copied by a move of fixed size.
  void put(std::string_view text, std::size_t readable) {
    constexpr std::size_t kShort = 32;
    if (text.size() <= kShort && readable >= kShort) {
      std::memcpy(bytes_.data() + size_, text.data(), kShort);
      size_ += text.size();
    } else {
      flush();
      out_.append(text);
    }
  }
  /// The output, to append to directly what does not go through the buffer.
  std::string& flushed() {
    flush();
    return out_;
  }

 private:
  static constexpr std::size_t kRow = 512;

  void flush() {
    out_.append(bytes_.data(), size_);
    size_ = 0;
  }

  std::string& out_;
  std::array<char, 16384> bytes_;
  std::size_t size_ = 0;
};

}  // namespace ku::tok
