#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace sorani::count {

/// An n-gram and its count. Tokens are `TokenId`s while counting, and ranks once sorted.
template <std::size_t n>
struct NgramEntry {
  std::array<std::uint32_t, n> tokens;
  std::uint32_t count;  ///< 0 in an unused entry
};

/// True if the tokens are equal. Branch-free: for `std::array` comparison GCC calls memcmp.
template <std::size_t n>
bool is_equal(const std::uint32_t* a, const std::uint32_t* b) noexcept {
  std::uint32_t difference = 0;
  for (std::size_t i = 0; i < n; ++i) difference |= a[i] ^ b[i];
  return difference == 0;
}

}  // namespace sorani::count
