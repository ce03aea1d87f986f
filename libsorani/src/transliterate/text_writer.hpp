#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

#include "transliterate/word_cache.hpp"

namespace sorani::transliterate {

/// Appends to a string that grows in large steps; `finish` takes back what it has grown too much.
class TextWriter {
 public:
  explicit TextWriter(std::string& out) : out_(out), size_(out.size()) {}

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

  /// As `put`, for a value of a cache.
  void put_cached(std::string_view value) {
    reserve(WordCache::kLongest + WordCache::kReadable);
    char* const to = out_.data() + size_;
    // Most are short: one copy of a fixed size.
    std::memcpy(to, value.data(), WordCache::kReadable);
    if (value.size() > WordCache::kReadable) std::memcpy(to, value.data(), value.size());
    size_ += value.size();
  }

  /// Where `size` bytes can be written, of which `advance` then tells how many were.
  char* room(std::size_t size) {
    reserve(size);
    return out_.data() + size_;
  }
  void advance(std::size_t size) noexcept { size_ += size; }

  std::size_t size() const noexcept { return size_; }
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

}  // namespace sorani::transliterate
