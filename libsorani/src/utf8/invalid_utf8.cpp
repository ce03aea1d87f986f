#include <algorithm>

#include <sorani/utf8.hpp>

#include "utf8/ill_formed.hpp"

namespace sorani {
inline namespace v0 {
namespace {

/// Cuts `text` into well-formed and ill-formed parts and calls `well_formed(bytes)` or `ill_formed(bytes)` for each.
template <typename WellFormed, typename IllFormed>
void split_at_errors(std::string_view text, WellFormed well_formed, IllFormed ill_formed) {
  // Errors come in clusters, and the fast search has a start-up cost: after an error, search byte by byte for a while.
  constexpr std::size_t kBytewiseWindow = 128;
  std::size_t at = 0;
  bool bytewise = false;
  while (at < text.size()) {
    const std::size_t end = bytewise ? std::min(at + kBytewiseWindow, text.size()) : text.size();
    const auto error = bytewise ? utf8::find_ill_formed_bytewise(text.substr(0, end), at) : find_invalid_utf8(text, at);
    if (!error) {
      well_formed(text.substr(at, end - at));
      at = end;
      bytewise = false;
    } else if (error->kind == Utf8ErrorKind::truncated && end < text.size()) {
      // Cut by the end of the window, not of the text.
      well_formed(text.substr(at, error->offset - at));
      at = error->offset;
      bytewise = false;
    } else {
      well_formed(text.substr(at, error->offset - at));
      ill_formed(text.substr(error->offset, error->length));
      at = error->offset + error->length;
      bytewise = true;
    }
  }
}

}  // namespace

std::string_view describe(Utf8ErrorKind kind) noexcept {
  switch (kind) {
    case Utf8ErrorKind::unexpected_continuation:
      return "continuation byte without a first byte";
    case Utf8ErrorKind::invalid_byte:
      return "byte that UTF-8 never uses";
    case Utf8ErrorKind::overlong:
      return "overlong form of a character";
    case Utf8ErrorKind::surrogate:
      return "surrogate";
    case Utf8ErrorKind::too_large:
      return "code point above U+10FFFF";
    case Utf8ErrorKind::missing_continuation:
      return "character broken off";
    case Utf8ErrorKind::truncated:
      return "text ends inside a character";
  }
  return "ill-formed UTF-8";
}

std::optional<Utf8Error> find_invalid_utf8(std::string_view text, std::size_t from) noexcept {
  if (from >= text.size()) return std::nullopt;
  return utf8::find_ill_formed_bytewise(text, from + utf8::skip_well_formed(text.substr(from)));
}

std::size_t replace_invalid_utf8(std::string_view text, std::string& out) {
  std::size_t count = 0;
  split_at_errors(
      text, [&](std::string_view bytes) { out.append(bytes); },
      [&](std::string_view) {
        out.append("\xEF\xBF\xBD");
        ++count;
      });
  return count;
}

std::size_t drop_invalid_utf8(std::string_view text, std::string& out) {
  std::size_t count = 0;
  split_at_errors(
      text, [&](std::string_view bytes) { out.append(bytes); }, [&](std::string_view bytes) { count += bytes.size(); });
  return count;
}

}  // namespace v0
}  // namespace sorani
