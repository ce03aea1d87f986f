#include "common/text/escapes/json.hpp"

#include <fmt/core.h>

#include <array>
#include <bit>
#include <cstring>
#include <iterator>

namespace ku {
namespace {

constexpr bool needs_escape(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

/// A vector of GCC and Clang, in whatever registers the processor has.
using Bytes [[gnu::vector_size(16)]] = unsigned char;

/// Where the first 16 bytes from `at` on begin of which one needs an escape, or the last ones, which are fewer.
std::size_t skip_plain(std::string_view text, std::size_t at) {
  for (; text.size() - at >= sizeof(Bytes); at += sizeof(Bytes)) {
    Bytes bytes;
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    const auto found = (bytes < 0x20) | (bytes == '"') | (bytes == '\\');
    std::array<std::uint64_t, 2> halves;
    std::memcpy(halves.data(), &found, sizeof found);
    if ((halves[0] | halves[1]) != 0) break;
  }
  return at;
}

/// The place of the next character that needs an escape, or the size of the text. Eight bytes are tested in one word:
/// subtracting a limit sets the high bit of the bytes below it, and of bytes after those, so the lowest bit is right.
std::size_t next_to_escape(std::string_view text, std::size_t at) {
  at = skip_plain(text, at);
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

/// The letter of the short escape of a control character; NUL if it has none.
constexpr char short_escape_of(char c) {
  switch (c) {
    case '\b':
      return 'b';
    case '\f':
      return 'f';
    case '\n':
      return 'n';
    case '\r':
      return 'r';
    case '\t':
      return 't';
    default:
      return '\0';
  }
}

void append_escape(char c, JsonControls controls, std::string& out) {
  const char letter = c == '"' || c == '\\' ? c : controls == JsonControls::shortest ? short_escape_of(c) : '\0';
  if (letter == '\0') {
    fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
  } else {
    out += '\\';
    out += letter;
  }
}

}  // namespace

bool is_plain_in_json(std::string_view text) { return next_to_escape(text, 0) == text.size(); }

void append_json_escaped(std::string_view text, JsonControls controls, std::string& out) {
  std::size_t copied = 0;
  for (std::size_t at = next_to_escape(text, 0); at < text.size(); at = next_to_escape(text, copied)) {
    out += text.substr(copied, at - copied);
    append_escape(text[at], controls, out);
    copied = at + 1;
  }
  out += text.substr(copied);
}

void append_json_string(std::string_view text, std::string& out, JsonControls controls) {
  out += '"';
  append_json_escaped(text, controls, out);
  out += '"';
}

}  // namespace ku
