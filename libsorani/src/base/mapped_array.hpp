#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

namespace sorani::base {

/// Memory mapped from the operating system: initially zero, returned to the system when it is freed, and grown by
/// remapping pages instead of copying. The C++ heap keeps freed memory, and needs old and new at once to grow a vector;
/// both would exceed a bound on memory.
class MappedMemory {
 public:
  MappedMemory() = default;
  /// Throws `std::bad_alloc`.
  explicit MappedMemory(std::size_t bytes) { grow(bytes); }
  MappedMemory(MappedMemory&& other) noexcept
      : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}
  MappedMemory& operator=(MappedMemory&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    return *this;
  }
  MappedMemory(const MappedMemory&) = delete;
  MappedMemory& operator=(const MappedMemory&) = delete;
  ~MappedMemory() { release(); }

  void* data() const noexcept { return data_; }
  std::size_t size() const noexcept { return size_; }

  /// Grows to at least `bytes`; the new ones are zero. The data may move. Throws `std::bad_alloc`.
  void grow(std::size_t bytes);
  void release() noexcept;

  /// The size that `grow` rounds `bytes` up to: whole pages.
  static std::size_t rounded(std::size_t bytes) noexcept;

 private:
  void* data_ = nullptr;
  std::size_t size_ = 0;
};

/// An array of trivially copyable values in mapped memory.
template <typename T>
class MappedArray {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  T* data() noexcept { return static_cast<T*>(pages_.data()); }
  const T* data() const noexcept { return static_cast<const T*>(pages_.data()); }
  T& operator[](std::size_t i) noexcept { return data()[i]; }
  const T& operator[](std::size_t i) const noexcept { return data()[i]; }
  std::size_t size() const noexcept { return size_; }
  bool empty() const noexcept { return size_ == 0; }
  T* begin() noexcept { return data(); }
  T* end() noexcept { return data() + size_; }
  const T* begin() const noexcept { return data(); }
  const T* end() const noexcept { return data() + size_; }

  /// How many values fit without growing.
  std::size_t capacity() const noexcept { return pages_.size() / sizeof(T); }
  std::size_t memory() const noexcept { return pages_.size(); }

  void reserve(std::size_t size) {
    if (size > capacity()) pages_.grow(size * sizeof(T));
  }
  /// New elements are zero, except where there were elements before that `clear` or `resize` removed.
  void resize(std::size_t size) {
    reserve(size);
    size_ = size;
  }
  void push_back(const T& value) {
    if (size_ == capacity()) pages_.grow((size_ + size_ / 2 + 1) * sizeof(T));
    data()[size_++] = value;
  }
  void clear() noexcept { size_ = 0; }
  void release() noexcept {
    pages_.release();
    size_ = 0;
  }

 private:
  MappedMemory pages_;
  std::size_t size_ = 0;
};

}  // namespace sorani::base
