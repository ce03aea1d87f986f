#include "normalize/addresses.hpp"

#include <algorithm>
#include <array>

#include "script/script.hpp"
#include "unicode/utf8.hpp"

namespace sorani::normalize {
namespace {

bool is_alnum(char c) noexcept { return script::is(static_cast<unsigned char>(c), script::kAsciiAlnum) && c >= 0; }

bool equal_ignoring_case(std::string_view a, std::string_view lower) noexcept {
  return a.size() == lower.size() && std::equal(a.begin(), a.end(), lower.begin(), [](char x, char y) {
           return (x >= 'A' && x <= 'Z' ? x + ('a' - 'A') : x) == y;
         });
}

/// Characters that end a sentence or a quotation rather than an address.
bool is_closing(char32_t c) noexcept {
  return script::is(c, script::kPunctuation) && c != U'/' && c != U'#' && c != U'_';
}

/// Characters that stand in no address, encoded or not.
bool ends_url(char32_t c) noexcept { return c == U'<' || c == U'>' || c == U'"' || c == U'«' || c == U'»'; }

}  // namespace

Span find_url(std::string_view token) noexcept {
  constexpr std::array<std::string_view, 4> kStarts{"http://", "https://", "ftp://", "www."};
  for (std::size_t at = 0; at < token.size(); ++at) {
    if (at > 0 && is_alnum(token[at - 1])) continue;
    for (const std::string_view start : kStarts) {
      if (!equal_ignoring_case(token.substr(at, start.size()), start)) continue;
      std::size_t end = at + start.size();
      while (end < token.size()) {
        const unicode::Decoded next = unicode::decode(token, end);
        if (ends_url(next.value)) break;
        end += next.length;
      }
      while (end > at + start.size()) {
        const unicode::Decoded last = unicode::decode_before(token, end);
        if (!is_closing(last.value)) break;
        end -= last.length;
      }
      if (end > at + start.size()) return {at, end - at};
    }
  }
  return {0, 0};
}

Span find_email(std::string_view token) noexcept {
  constexpr std::string_view kNameSigns = "._%+-";
  for (std::size_t sign = token.find('@'); sign != std::string_view::npos; sign = token.find('@', sign + 1)) {
    std::size_t start = sign;
    while (start > 0 && (is_alnum(token[start - 1]) || kNameSigns.find(token[start - 1]) != kNameSigns.npos)) --start;
    while (start < sign && !is_alnum(token[start])) ++start;
    std::size_t end = sign + 1;
    while (end < token.size() && (is_alnum(token[end]) || token[end] == '-' || token[end] == '.')) ++end;
    while (end > sign + 1 && !is_alnum(token[end - 1])) --end;
    const std::string_view host = token.substr(sign + 1, end - sign - 1);
    const std::size_t dot = host.rfind('.');
    if (start < sign && dot != host.npos && dot > 0 && host.size() - dot > 2) return {start, end - start};
  }
  return {0, 0};
}

}  // namespace sorani::normalize
