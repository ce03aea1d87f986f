#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

/// Unaligned loads, and numbers that compare as the bytes they were loaded from.
namespace sorani::base {

/// Eight bytes in the machine's byte order.
inline std::uint64_t load64(const char* from) noexcept {
  std::uint64_t value = 0;
  std::memcpy(&value, from, sizeof value);
  return value;
}

/// A loaded number with the byte at the lowest address as its most significant one: such numbers compare as memcmp
/// compares the bytes.
constexpr std::uint64_t to_big_endian(std::uint64_t loaded) noexcept {
  return std::endian::native == std::endian::big ? loaded : __builtin_bswap64(loaded);
}

/// The first eight bytes at `from` as a number: such numbers compare as the bytes do.
inline std::uint64_t prefix_key(const char* from) noexcept { return to_big_endian(load64(from)); }

/// The same for a text of any length, padded with zeros: keys that differ compare as their texts do; equal keys decide
/// nothing.
inline std::uint64_t prefix_key(std::string_view text) noexcept {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, text.data(), std::min(text.size(), sizeof bytes));
  return to_big_endian(bytes);
}

/// A loaded number with the byte at the lowest address as its least significant one.
constexpr std::uint64_t to_little_endian(std::uint64_t loaded) noexcept {
  return std::endian::native == std::endian::little ? loaded : __builtin_bswap64(loaded);
}

}  // namespace sorani::base
