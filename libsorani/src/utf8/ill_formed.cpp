#include "utf8/ill_formed.hpp"

#include <cstdint>

#include "utf8/utf8.hpp"

namespace sorani::utf8 {
namespace {

/// What a first byte says of its character (Unicode 15, table 3-7): the length and the range of the second byte.
struct Lead {
  std::size_t length;  ///< 0 if no character begins with this byte
  std::uint8_t second_min = 0x80;
  std::uint8_t second_max = 0xBF;
  Utf8ErrorKind outside =
      Utf8ErrorKind::missing_continuation;  ///< the error if the second byte is a continuation byte out of range
};

constexpr Lead lead_of(std::uint8_t byte) noexcept {
  if (byte < 0x80) return {1};
  if (byte < 0xC2) return {0};
  if (byte < 0xE0) return {2};
  if (byte == 0xE0) return {3, 0xA0, 0xBF, Utf8ErrorKind::overlong};
  if (byte == 0xED) return {3, 0x80, 0x9F, Utf8ErrorKind::surrogate};
  if (byte < 0xF0) return {3};
  if (byte == 0xF0) return {4, 0x90, 0xBF, Utf8ErrorKind::overlong};
  if (byte < 0xF4) return {4};
  if (byte == 0xF4) return {4, 0x80, 0x8F, Utf8ErrorKind::too_large};
  return {0};
}

}  // namespace

std::optional<Utf8Error> find_ill_formed_bytewise(std::string_view text, std::size_t from) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  for (std::size_t at = from; at < text.size();) {
    const Lead lead = lead_of(byte(at));
    if (lead.length == 0) {
      const bool stray = is_continuation(text[at]);
      return Utf8Error{stray ? Utf8ErrorKind::unexpected_continuation : Utf8ErrorKind::invalid_byte, at, 1};
    }
    for (std::size_t i = 1; i < lead.length; ++i) {
      if (at + i == text.size()) return Utf8Error{Utf8ErrorKind::truncated, at, i};
      const std::uint8_t next = byte(at + i);
      if (!is_continuation(text[at + i])) return Utf8Error{Utf8ErrorKind::missing_continuation, at, i};
      if (i == 1 && (next < lead.second_min || next > lead.second_max)) return Utf8Error{lead.outside, at, i};
    }
    at += lead.length;
  }
  return std::nullopt;
}

}  // namespace sorani::utf8
