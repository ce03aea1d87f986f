#pragma once

#include <cstdint>

/// SIMD within a register (SWAR): operations on the eight bytes of a 64-bit number. Byte 0 is the least significant
/// one; load with `to_little_endian` where the bits must be in the order of the text.
namespace sorani::base {

inline constexpr std::uint64_t kLowBitOfEachByte = 0x0101010101010101;
inline constexpr std::uint64_t kHighBitOfEachByte = kLowBitOfEachByte << 7;

constexpr std::uint64_t repeat_byte(unsigned char value) noexcept { return kLowBitOfEachByte * value; }

/// The high bits of the eight bytes as one byte, that of byte 0 lowest.
constexpr std::uint64_t gather_high_bits(std::uint64_t bytes) noexcept {
  // The product moves the bit of byte i to bit 56 + i.
  return ((bytes & kHighBitOfEachByte) >> 7) * 0x0102040810204080 >> 56;
}

/// The high bit of each byte that is at most `limit`, which is below 128.
constexpr std::uint64_t bytes_at_most(std::uint64_t bytes, unsigned char limit) noexcept {
  // The addition carries into the high bit of each byte that is larger; bytes from 128 on have it set already.
  const std::uint64_t sums = (bytes & ~kHighBitOfEachByte) + repeat_byte(static_cast<unsigned char>(0x7F - limit));
  return ~(sums | bytes) & kHighBitOfEachByte;
}

}  // namespace sorani::base
