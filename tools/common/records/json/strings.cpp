#include "common/records/json/strings.hpp"

#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>

namespace ku {
namespace {

constexpr std::string_view kReplacementBytes = "\uFFFD";
constexpr std::size_t kUnitSize = 6;  // \uXXXX

/// The UTF-16 unit that \uXXXX at `at` stands for; nothing if there is no such escape.
std::optional<std::uint16_t> unit_at(std::string_view raw, std::size_t at) {
  if (raw.size() < at + kUnitSize || raw[at] != '\\' || raw[at + 1] != 'u') return std::nullopt;
  std::uint16_t unit = 0;
  const char* const end = raw.data() + at + kUnitSize;
  const auto parsed = std::from_chars(raw.data() + at + 2, end, unit, 16);
  if (parsed.ec != std::errc() || parsed.ptr != end) return std::nullopt;
  return unit;
}

/// The character of a short escape, such as \n; NUL if there is none of this letter.
constexpr char short_escape(char letter) {
  switch (letter) {
    case '"':
    case '\\':
    case '/':
      return letter;
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    default:
      return '\0';
  }
}

void append_utf8(std::uint32_t c, std::string& text) {
  std::array<char, U8_MAX_LENGTH> bytes{};
  std::size_t length = 0;
  U8_APPEND_UNSAFE(bytes.data(), length, c);
  text.append(bytes.data(), length);
}

/// The size of the escape at `at` and the character that it stands for.
struct Escape {
  std::size_t size = 0;  // 0: malformed
  std::uint32_t character = 0;
  bool is_surrogate = false;
};

Escape escape_at(std::string_view raw, std::size_t at) {
  if (at + 1 >= raw.size()) return {};
  if (raw[at + 1] != 'u') {
    const char c = short_escape(raw[at + 1]);
    return {c == '\0' ? std::size_t{0} : std::size_t{2}, static_cast<std::uint32_t>(c), false};
  }
  const auto unit = unit_at(raw, at);
  if (!unit) return {};
  if (!U16_IS_SURROGATE(*unit)) return {kUnitSize, *unit, false};
  const auto trail = U16_IS_SURROGATE_LEAD(*unit) ? unit_at(raw, at + kUnitSize) : std::nullopt;
  if (!trail || !U16_IS_TRAIL(*trail)) return {kUnitSize, *unit, true};
  return {2 * kUnitSize, static_cast<std::uint32_t>(U16_GET_SUPPLEMENTARY(*unit, *trail)), false};
}

}  // namespace

std::optional<EscapeError> find_bad_escape(std::string_view raw, bool with_surrogates) {
  for (std::size_t at = raw.find('\\'); at != std::string_view::npos; at = raw.find('\\', at)) {
    const Escape escape = escape_at(raw, at);
    if (escape.size == 0) return EscapeError{at, false};
    if (escape.is_surrogate && with_surrogates) return EscapeError{at, true};
    at += escape.size;
  }
  return std::nullopt;
}

std::uint64_t append_unescaped(std::string_view raw, Invalid invalid, std::string& text) {
  std::uint64_t repairs = 0;
  std::size_t copied = 0;
  for (std::size_t at = raw.find('\\'); at != std::string_view::npos; at = raw.find('\\', copied)) {
    text += raw.substr(copied, at - copied);
    const Escape escape = escape_at(raw, at);
    if (escape.size == 0) {
      text += '\\';
    } else if (!escape.is_surrogate) {
      append_utf8(escape.character, text);
    } else if (invalid == Invalid::skip) {
      repairs += escape.size;
    } else {
      text += kReplacementBytes;
      ++repairs;
    }
    copied = at + std::max(escape.size, std::size_t{1});
  }
  text += raw.substr(copied);
  return repairs;
}

}  // namespace ku
