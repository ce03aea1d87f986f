#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace sorani::normalize {

/// A map from code points to small values in two stages: pages of 256, all but the changed ones shared.
template <typename T>
class CodePointTable {
 public:
  explicit CodePointTable(T fallback = T{}) : pages_(1) {
    index_.fill(0);
    pages_[0].fill(fallback);
  }

  /// The value of `c`; the default for values past the last code point (bytes of ill-formed text).
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
  std::vector<std::array<T, 256>> pages_;  // page 0 holds the default and is never written
};

}  // namespace sorani::normalize
