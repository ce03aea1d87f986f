#include "utf8/utf8.hpp"

namespace sorani::utf8 {

Decoded decode_slow(std::string_view text, std::size_t at) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[at + i]); };
  const std::size_t left = text.size() - at;
  const char32_t lead = byte(0);
  const auto continues = [&](std::size_t i) { return is_continuation(text[at + i]); };
  const auto payload = [&](std::size_t i) { return static_cast<char32_t>(byte(i) & 0x3F); };

  if (lead >= 0xE0 && lead <= 0xEF) {
    if (left >= 3 && continues(1) && continues(2)) {
      const char32_t value = (lead & 0x0F) << 12 | payload(1) << 6 | payload(2);
      const bool is_surrogate = value >= 0xD800 && value <= 0xDFFF;
      if (value >= 0x800 && !is_surrogate) return {value, 3};
    }
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    if (left >= 4 && continues(1) && continues(2) && continues(3)) {
      const char32_t value = (lead & 0x07) << 18 | payload(1) << 12 | payload(2) << 6 | payload(3);
      if (value >= 0x10000 && value < kIllFormed) return {value, 4};
    }
  }
  return {kIllFormed + lead, 1};
}

// UTF-8 is self-synchronizing: the first byte of a character occurs nowhere else in one. Each byte of an ill-formed
// sequence is decoded by itself. So the text ends either with a whole character or with a single byte.
Decoded decode_slow_before(std::string_view text, std::size_t end) noexcept {
  const std::string_view before = text.substr(0, end);
  std::size_t start = end - 1;
  while (start > 0 && end - start < 4 && is_continuation(text[start])) --start;
  const Decoded decoded = decode(before, start);
  if (decoded.length == end - start) return decoded;
  return {kIllFormed + static_cast<std::uint8_t>(text[end - 1]), 1};
}

void append(char32_t value, std::string& out) {
  char bytes[4];
  out.append(bytes, write(value, bytes));
}

}  // namespace sorani::utf8
