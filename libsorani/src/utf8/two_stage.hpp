#pragma once

#include <cstddef>
#include <cstdint>

namespace sorani::utf8 {

/// Where a two-stage table over all code points, as tablegen writes it, has the value of `c`: its `Index` array is in
/// blocks of 256, of which equal ones are stored once; its `Block` array numbers them. Values past the last code point
/// (bytes of ill-formed text) are treated as that one, a noncharacter.
inline std::size_t two_stage_index(const std::uint16_t* block, char32_t c) noexcept {
  constexpr char32_t kLast = 0x10FFFF;
  const std::size_t at = c < kLast ? c : kLast;
  return block[at >> 8] * std::size_t{256} + (at & 0xFF);
}

}  // namespace sorani::utf8
