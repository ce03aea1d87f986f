#include <algorithm>

#include <sorani/utf8.hpp>

#include "utf8/ill_formed.hpp"

namespace sorani {
namespace {

/// Calls `well_formed(bytes)` and `ill_formed(bytes)` in turn over the whole of `text`.
template <typename WellFormed, typename IllFormed>
void split_at_errors(std::string_view text, WellFormed well_formed, IllFormed ill_formed) {
  // Errors come in clusters, and the fast search is slow to start: after an error, look byte by byte for a while.
  constexpr std::size_t kCluster = 128;
  std::size_t at = 0;
  bool in_cluster = false;
  while (at < text.size()) {
    const std::size_t end = in_cluster ? std::min(at + kCluster, text.size()) : text.size();
    const auto error =
        in_cluster ? utf8::find_ill_formed_bytewise(text.substr(0, end), at) : find_invalid_utf8(text, at);
    if (!error) {
      well_formed(text.substr(at, end - at));
      at = end;
      in_cluster = false;
    } else if (error->kind == Utf8ErrorKind::truncated && end < text.size()) {
      // Cut by the end of the window, not of the text.
      well_formed(text.substr(at, error->offset - at));
      at = error->offset;
      in_cluster = false;
    } else {
      well_formed(text.substr(at, error->offset - at));
      ill_formed(text.substr(error->offset, error->length));
      at = error->offset + error->length;
      in_cluster = true;
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

}  // namespace sorani
