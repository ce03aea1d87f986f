#pragma once

#include <cstddef>

namespace sorani::count {

/// A memory budget shared by the parts of a counter, in bytes: each part reports what it takes, and asks what is left
/// before it grows. Nothing enforces it; see `CountTables::reserve`.
class Budget {
 public:
  explicit Budget(std::size_t limit) : limit_(limit) {}

  std::size_t limit() const noexcept { return limit_; }
  std::size_t used() const noexcept { return used_; }
  std::size_t left() const noexcept { return used_ < limit_ ? limit_ - used_ : 0; }
  void raise(std::size_t bytes) noexcept { limit_ += bytes; }
  void add(std::size_t bytes) noexcept { used_ += bytes; }
  void remove(std::size_t bytes) noexcept { used_ -= bytes; }

 private:
  std::size_t limit_;
  std::size_t used_ = 0;
};

}  // namespace sorani::count
