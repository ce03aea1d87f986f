#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

namespace sorani::base {

/// Memory straight from the system: zeros at first, given back at once, and grown without being copied. The C++ heap
/// would keep what is freed, and hold old and new while it grows; neither fits a bound on memory.
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

  /// Makes it `bytes` long at least; what is new is zeros. The data may move. Throws `std::bad_alloc`.
  void grow(std::size_t bytes);
  void release() noexcept;

  /// What `grow` makes of a size.
  static std::size_t rounded(std::size_t bytes) noexcept;

 private:
  void* data_ = nullptr;
  std::size_t size_ = 0;
};

/// An array of plain values in pages of its own.
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

  /// How many fit without growing.
  std::size_t capacity() const noexcept { return pages_.size() / sizeof(T); }
  std::size_t memory() const noexcept { return pages_.size(); }

  void reserve(std::size_t size) {
    if (size > capacity()) pages_.grow(size * sizeof(T));
  }
  /// New elements are zeros if they have never been there before.
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
