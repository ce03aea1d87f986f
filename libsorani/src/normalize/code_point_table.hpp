#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace sorani::normalize {

/// A map from code points to small values, made of pages of 256 that exist only where they differ from the default.
template <typename T>
class CodePointTable {
 public:
  explicit CodePointTable(T fallback = T{}) : pages_(1) {
    index_.fill(0);
    pages_[0].fill(fallback);
  }

  /// The value of `c`; values that are no code points (bytes of ill-formed text) have the default.
  T operator[](char32_t c) const noexcept { return c < kEnd ? pages_[index_[c >> 8]][c & 0xFF] : pages_[0][0]; }

  void set(char32_t c, T value) {
    std::uint16_t& page = index_[c >> 8];
    if (page == 0) {
      page = static_cast<std::uint16_t>(pages_.size());
      pages_.push_back(pages_[0]);
    }
    pages_[page][c & 0xFF] = value;
  }

 private:
  static constexpr char32_t kEnd = 0x110000;
  std::array<std::uint16_t, (kEnd >> 8)> index_;
  std::vector<std::array<T, 256>> pages_;  // the first one is the default and is never written
};

}  // namespace sorani::normalize
