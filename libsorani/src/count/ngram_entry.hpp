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

}  // namespace sorani::count
