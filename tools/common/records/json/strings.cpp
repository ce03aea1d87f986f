#include "common/records/json/strings.hpp"

#include <fmt/format.h>  // not core.h, which clang cannot link

#include <algorithm>
#include <bit>
#include <cstring>
#include <iterator>

namespace ku {
namespace {

constexpr std::string_view kReplacement = "\uFFFD";
constexpr std::size_t kUnitSize = 6;  // \uXXXX

constexpr int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// The UTF-16 unit that \uXXXX at `at` stands for; negative if there is no such escape.
int unit_at(std::string_view raw, std::size_t at) {
  if (raw.size() < at + kUnitSize || raw[at] != '\\' || raw[at + 1] != 'u') return -1;
  int unit = 0;
  for (std::size_t i = at + 2; i < at + kUnitSize; ++i) {
    const int digit = hex_digit(raw[i]);
    if (digit < 0) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

constexpr bool is_lead(int unit) { return unit >= 0xD800 && unit < 0xDC00; }
constexpr bool is_trail(int unit) { return unit >= 0xDC00 && unit < 0xE000; }

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
  const auto put = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6);
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3F));
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  }
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
  const int unit = unit_at(raw, at);
  if (unit < 0) return {};
  if (is_lead(unit)) {
    const int trail = unit_at(raw, at + kUnitSize);
    if (is_trail(trail)) {
      return {
          2 * kUnitSize,
          0x10000 + ((static_cast<std::uint32_t>(unit) & 0x3FF) << 10) + (static_cast<std::uint32_t>(trail) & 0x3FF),
          false};
    }
  }
  return {kUnitSize, static_cast<std::uint32_t>(unit), is_lead(unit) || is_trail(unit)};
}

constexpr bool needs_escape(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

/// The place of the next character that needs an escape, or the size of the text. Eight bytes are tested in one word:
/// subtracting a limit sets the high bit of the bytes below it, and of bytes after those, so the lowest bit is right.
std::size_t next_to_escape(std::string_view text, std::size_t at) {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  constexpr std::uint64_t kHighBits = 0x80 * kOnes;
  const auto below = [](std::uint64_t word, std::uint64_t limit) { return (word - limit * kOnes) & ~word; };
  for (; text.size() - at >= sizeof(std::uint64_t); at += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, sizeof word);
    const std::uint64_t found =
        (below(word, 0x20) | below(word ^ '"' * kOnes, 1) | below(word ^ '\\' * kOnes, 1)) & kHighBits;
    if (found != 0) return at + static_cast<std::size_t>(std::countr_zero(found)) / 8;
  }
  while (at < text.size() && !needs_escape(text[at])) ++at;
  return at;
}

void append_escape_of(char c, std::string& raw) {
  switch (c) {
    case '"':
    case '\\':
      raw += '\\';
      raw += c;
      return;
    case '\b':
      raw += "\\b";
      return;
    case '\f':
      raw += "\\f";
      return;
    case '\n':
      raw += "\\n";
      return;
    case '\r':
      raw += "\\r";
      return;
    case '\t':
      raw += "\\t";
      return;
    default:
      fmt::format_to(std::back_inserter(raw), "\\u{:04x}", static_cast<unsigned>(c));
  }
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
      text += kReplacement;
      ++repairs;
    }
    copied = at + std::max(escape.size, std::size_t{1});
  }
  text += raw.substr(copied);
  return repairs;
}

void append_escaped(std::string_view text, std::string& raw) {
  std::size_t copied = 0;
  for (std::size_t at = next_to_escape(text, 0); at < text.size(); at = next_to_escape(text, copied)) {
    raw += text.substr(copied, at - copied);
    append_escape_of(text[at], raw);
    copied = at + 1;
  }
  raw += text.substr(copied);
}

}  // namespace ku
