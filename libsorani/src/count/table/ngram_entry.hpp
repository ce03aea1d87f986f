#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace sorani::count {

/// An n-gram and how often it was met. Tokens are told by their numbers or, for sorting, by their ranks.
template <std::size_t n>
struct NgramEntry {
  std::array<std::uint32_t, n> tokens;
  std::uint32_t count;  ///< 0 if there is none
};

/// True of the same tokens. Written out, since the compiler calls a function to compare arrays.
template <std::size_t n>
bool is_equal(const std::uint32_t* a, const std::uint32_t* b) noexcept {
  std::uint32_t difference = 0;
  for (std::size_t i = 0; i < n; ++i) difference |= a[i] ^ b[i];
  return difference == 0;
}

}  // namespace sorani::count
