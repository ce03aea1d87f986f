// Web and e-mail addresses. The limits of length (RFC 1035, RFC 5321) also keep a look ahead from being long.

#include <algorithm>
#include <array>
#include <string_view>

#include "tokenize/cursor.hpp"
#include "tokenize/lists.hpp"
#include "tokenize/scanner.hpp"

namespace sorani::tokenize {
namespace {

constexpr std::size_t kLongestHost = 253;
constexpr std::size_t kLongestMailbox = 64;

char at_or_nul(std::string_view text, std::size_t at) noexcept { return at < text.size() ? text[at] : '\0'; }

/// The end of `http://` or the like at `at`, or `at`.
std::size_t scheme_end(std::string_view text, std::size_t at) noexcept {
  constexpr std::array<std::string_view, 4> kSchemes{"http://", "https://", "ftp://", "www."};
  for (const std::string_view scheme : kSchemes) {
    const std::string_view here = text.substr(at, scheme.size());
    const bool equal = std::equal(here.begin(), here.end(), scheme.begin(), scheme.end(),
                                  [](char a, char b) { return a == b || (is_ascii_letter(a) && (a | 0x20) == b); });
    if (equal) return at + scheme.size();
  }
  return at;
}

/// A host name.
struct Host {
  std::size_t end;       ///< of its last letter or digit
  std::size_t last_dot;  ///< 0 if there is none
};

Host read_host(std::string_view text, std::size_t at) noexcept {
  Host host{at, 0};
  const std::size_t limit = std::min(text.size(), at + kLongestHost);
  for (std::size_t i = at; i < limit; ++i) {
    const char c = text[i];
    if (is_ascii_alnum(c)) {
      if (i > at && text[i - 1] == '.') host.last_dot = i - 1;
      host.end = i + 1;
    } else if (c != '-' && (c != '.' || i == at || text[i - 1] == '.')) {
      break;
    }
  }
  return host;
}

/// Characters that stand in no address.
bool ends_path(const Character& c) noexcept {
  if (c.is(kSpace | kControl)) return true;
  if (c.value == U'<' || c.value == U'>' || c.value == U'"') return true;
  return c.value > 0x7F && c.is(kPunctuation);
}

/// The end of what follows a host: port, path, query and fragment, without the punctuation after the address.
std::size_t path_end(std::string_view text, std::size_t at) noexcept {
  constexpr std::string_view kAfterHost = ":/?#";
  if (kAfterHost.find(at_or_nul(text, at)) == std::string_view::npos || at >= text.size()) return at;
  std::size_t end = at;
  std::ptrdiff_t open = 0;
  for (Character c = character_at(text, end); !ends_path(c); c = character_at(text, end)) {
    open += c.value == U'(' ? 1 : c.value == U')' ? -1 : 0;
    end = c.end;
  }
  while (end > at) {
    const char last = text[end - 1];
    const bool unbalanced = last == ')' && open < 0;
    const bool trailing = std::string_view(".,:;!?'*|]}([{#").find(last) != std::string_view::npos;
    if (!unbalanced && !trailing) {
      const unicode::Decoded before = unicode::decode_before(text, end);
      if (!has(before.value, kFormat | kJoiner)) break;
      end -= before.length;
      continue;
    }
    if (last == ')') ++open;
    if (last == '(') --open;
    --end;
  }
  return end;
}

/// `name@host.domain` at `at`.
std::size_t email_end(std::string_view text, std::size_t at) noexcept {
  constexpr std::string_view kNameSigns = "._%+-";
  const std::size_t limit = std::min(text.size(), at + kLongestMailbox + 1);
  std::size_t sign = at;
  while (sign < limit && (is_ascii_alnum(text[sign]) || kNameSigns.find(text[sign]) != std::string_view::npos)) ++sign;
  if (sign == limit || text[sign] != '@') return at;
  const Host host = read_host(text, sign + 1);
  return host.last_dot != 0 && host.end - host.last_dot > 2 ? host.end : at;
}

}  // namespace

Extent scan_address(std::string_view text, std::size_t at) noexcept {
  // Nearly every word goes no further than this.
  std::size_t word = at;
  while (word < text.size() && is_ascii_alnum(text[word])) ++word;
  if (std::string_view(".:@-_+%").find(at_or_nul(text, word)) == std::string_view::npos || word == text.size())
    return {};

  if (const std::size_t after = scheme_end(text, at); after > at) {
    const Host host = read_host(text, after);
    const bool domain = host.last_dot != 0 || at_or_nul(text, host.end) == '/' || at_or_nul(text, host.end) == ':';
    if (host.end > after && domain) return {path_end(text, host.end), TokenKind::url};
    // A name in letters of another script.
    if (host.end == after && character_at(text, after).is(kLetter)) {
      std::size_t end = after;
      Character c = character_at(text, end);
      while (c.is(kLetter | kMark | kDigit) ||
             ((c.value == U'.' || c.value == U'-') && character_at(text, c.end).is(kLetter))) {
        end = c.end;
        c = character_at(text, end);
      }
      return {path_end(text, end), TokenKind::url};
    }
  }
  if (const std::size_t end = email_end(text, at); end > at) return {end, TokenKind::email};
  const Host host = read_host(text, at);
  if (host.last_dot != 0 && is_top_level_domain(text.substr(host.last_dot + 1, host.end - host.last_dot - 1))) {
    return {path_end(text, host.end), TokenKind::url};
  }
  return {};
}

}  // namespace sorani::tokenize
