#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sorani::utf8 {

/// A decoded character. An ill-formed sequence is decoded byte by byte, with `value` = `kIllFormed + byte`, so that any
/// bytes can be decoded and written back unchanged.
struct Decoded {
  char32_t value;
  std::uint32_t length;  ///< bytes, at least 1
};

/// Values at and above this one are single bytes of ill-formed UTF-8, not code points.
inline constexpr char32_t kIllFormed = 0x110000;

/// True if the byte continues a character, wherever it stands.
constexpr bool is_continuation(char byte) noexcept { return (static_cast<std::uint8_t>(byte) & 0xC0) == 0x80; }

/// The slow case of `decode`: characters of three and four bytes, and ill-formed ones.
Decoded decode_slow(std::string_view text, std::size_t at) noexcept;

/// The character that begins at `text[at]`; `at < text.size()`.
inline Decoded decode(std::string_view text, std::size_t at) noexcept {
  const auto first = static_cast<std::uint8_t>(text[at]);
  if (first < 0x80) return {first, 1};
  // U+0080..U+07FF: nearly every character of the Arabic script.
  if (first >= 0xC2 && first < 0xE0 && text.size() - at >= 2) {
    const auto second = static_cast<std::uint8_t>(text[at + 1]);
    if ((second & 0xC0) == 0x80) return {static_cast<char32_t>((first & 0x1F) << 6 | (second & 0x3F)), 2};
  }
  return decode_slow(text, at);
}

/// The slow case of `decode_before`.
Decoded decode_slow_before(std::string_view text, std::size_t end) noexcept;

/// The character that ends just before `text[end]`; `0 < end <= text.size()`. From a character boundary, decoding
/// backward gives the same characters as decoding forward.
inline Decoded decode_before(std::string_view text, std::size_t end) noexcept {
  const auto last = static_cast<std::uint8_t>(text[end - 1]);
  if (last < 0x80) return {last, 1};
  if (last < 0xC0 && end >= 2) {
    const auto first = static_cast<std::uint8_t>(text[end - 2]);
    if (first >= 0xC2 && first < 0xE0) return {static_cast<char32_t>((first & 0x1F) << 6 | (last & 0x3F)), 2};
  }
  return decode_slow_before(text, end);
}

/// Writes a value that `decode` returned, up to 4 bytes; returns how many.
inline std::size_t write(char32_t value, char* to) noexcept {
  if (value < 0x80) {
    to[0] = static_cast<char>(value);
    return 1;
  }
  if (value < 0x800) {
    to[0] = static_cast<char>(0xC0 | value >> 6);
    to[1] = static_cast<char>(0x80 | (value & 0x3F));
    return 2;
  }
  if (value < 0x10000) {
    to[0] = static_cast<char>(0xE0 | value >> 12);
    to[1] = static_cast<char>(0x80 | (value >> 6 & 0x3F));
    to[2] = static_cast<char>(0x80 | (value & 0x3F));
    return 3;
  }
  if (value < kIllFormed) {
    to[0] = static_cast<char>(0xF0 | value >> 18);
    to[1] = static_cast<char>(0x80 | (value >> 12 & 0x3F));
    to[2] = static_cast<char>(0x80 | (value >> 6 & 0x3F));
    to[3] = static_cast<char>(0x80 | (value & 0x3F));
    return 4;
  }
  to[0] = static_cast<char>(value - kIllFormed);
  return 1;
}

/// Appends a value that `decode` returned.
void append(char32_t value, std::string& out);

}  // namespace sorani::utf8
