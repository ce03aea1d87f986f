// The grammar, matched in one pass from left to right:
//
//   url      = scheme "://" any-host [tail] / "www." any-host [tail] / host [tail], if its domain is known
//   email    = mailbox "@" host, of at least two labels
//   hashtag  = "#" name    mention = "@" name
//
// In running text an address has no delimiters, so the characters beside it decide. It may be adjacent to Kurdish
// letters (بڕۆwww.rudaw.netەوە), since no host mixes the scripts, but not to Latin letters or digits. The part of a
// word after a hyphen, an apostrophe, a full stop or the like (don't.com, a_b.com) is not an address. So in a run of
// ASCII letters and such signs only the first letter can begin an address, and a run is read at most three times: as
// scheme or host, as mailbox, and, after an @, as host of an e-mail address. Therefore finding all addresses takes
// linear time.
//
// The normalizer replaces an address by <url>. Its > must end words like the last character of the address did, or
// normalizing twice would find more addresses than once: see `LeftContext`.

#include "address/address.hpp"

#include "address/characters.hpp"
#include "address/host.hpp"

namespace sorani::address {
namespace {

// RFC 1035, section 2.3.4, and RFC 5321, section 4.5.3.1.1.
constexpr std::size_t kMaxHostLength = 253;
constexpr std::size_t kMaxMailboxLength = 64;

/// Signs that may be inside a mailbox, and inside words that are no address.
constexpr std::string_view kInnerSigns = "._%+-'";

/// Which addresses may begin after the characters before a position.
enum class LeftContext {
  free,     ///< any
  sign,     ///< only an e-mail address: after @ or #
  in_word,  ///< none
};

/// Skips marks, format characters and inner signs back to the character that they belong to. After inner signs, the >
/// of a mask counts as the letter or digit that the masked address ended in.
LeftContext left_context(std::string_view text, std::size_t at) noexcept {
  bool has_signs = false;
  while (at > 0) {
    const utf8::Decoded c = utf8::decode_before(text, at);
    at -= c.length;
    if (is_ascii(c.value)) {
      const char sign = text[at];
      if (sign == '@' || sign == '#') return LeftContext::sign;
      if (is_alnum(sign) || (sign == '>' && has_signs)) return LeftContext::in_word;
      if (!is_one_of(sign, kInnerSigns)) return LeftContext::free;
    } else {
      const utf8::Category category = utf8::category(c.value);
      const bool is_inner_mark = category == utf8::Category::Mn || category == utf8::Category::Mc;
      if (!is_inner_mark && !is_format(c.value)) {
        return is_foreign_letter(c.value) || script::is(c.value, script::kDigit) ? LeftContext::in_word
                                                                                 : LeftContext::free;
      }
    }
    has_signs = true;
  }
  return LeftContext::free;
}

/// A scheme may follow any sign but a hyphen, which joins it to the word before.
bool may_begin_scheme(std::string_view text, std::size_t at) noexcept {
  return at == 0 || (text[at - 1] != '-' && (is_ascii(static_cast<unsigned char>(text[at - 1]))
                                                 ? !is_alnum(text[at - 1])
                                                 : left_context(text, at) != LeftContext::in_word));
}

bool begins_with_www(std::string_view text, std::size_t at) noexcept {
  const std::string_view start = text.substr(at, 4);
  return start.size() == 4 && (start[0] | 0x20) == 'w' && (start[1] | 0x20) == 'w' && (start[2] | 0x20) == 'w' &&
         start[3] == '.';
}

/// True if no letter, digit or mark of the same name follows.
bool ends_name(std::string_view text, std::size_t end) noexcept {
  if (end == text.size() || is_ascii(static_cast<unsigned char>(text[end]))) return true;
  const char32_t next = utf8::decode(text, end).value;
  return !is_foreign_letter(next) && !is_mark(next) && !script::is(next, script::kDigit);
}

/// A URL whose host begins at `host` and may be under any domain.
Address url_with_host(std::string_view text, std::size_t at, std::size_t host) noexcept {
  const std::size_t end = read_host(text, host, HostLetters::any).end;
  if (end == host) return {};
  return {at, tail_end(text, end, true), Kind::url};
}

Address email(std::string_view text, std::size_t at) noexcept {
  std::size_t sign = at;
  const std::size_t limit = at + kMaxMailboxLength;
  while (sign < text.size() && sign <= limit && (is_alnum(text[sign]) || is_one_of(text[sign], kInnerSigns))) ++sign;
  if (sign > limit || byte_at(text, sign) != '@' || text[sign - 1] == '\'') return {};
  const Host host = read_host(text, sign + 1, HostLetters::ascii);
  // A top-level domain has at least two characters and begins with a letter.
  if (host.last_dot == 0 || host.end - host.last_dot < 3 || !is_letter(text[host.last_dot + 1])) return {};
  if (host.end - sign - 1 > kMaxHostLength || !ends_name(text, host.end)) return {};
  return {at, host.end, Kind::email};
}

/// A URL without scheme.
Address bare_url(std::string_view text, std::size_t at) noexcept {
  const Host host = read_host(text, at, HostLetters::ascii);
  if (host.last_dot == 0 || host.end - at > kMaxHostLength) return {};
  if (!has_known_domain(text.substr(at, host.end - at))) return {};
  const std::size_t end = tail_end(text, host.end, false);
  return end > host.end || ends_name(text, end) ? Address{at, end, Kind::url} : Address{};
}

/// An address that begins with an ASCII letter or digit.
Address match_ascii(std::string_view text, std::size_t at) noexcept {
  std::size_t word = at;
  while (word < text.size() && is_alnum(text[word])) ++word;
  // Nearly every word ends here.
  if (word >= text.size() - 1 || !is_one_of(text[word], ".:@-_+%'") || text[word + 1] == ' ') return {};

  if (text[word] == ':') {
    const bool has_scheme = is_letter(text[at]) && text.substr(word, 3) == "://" && may_begin_scheme(text, at);
    return has_scheme ? url_with_host(text, at, word + 3) : Address{};
  }
  const LeftContext left = left_context(text, at);
  if (left == LeftContext::in_word) return {};
  if (const Address found = email(text, at); found.kind != Kind::none) return found;
  if (left == LeftContext::sign) return {};
  if (begins_with_www(text, at)) {
    if (const Address found = url_with_host(text, at, at + 4); found.kind != Kind::none) return found;
  }
  return bare_url(text, at);
}

/// A hashtag or a mention. A user name may have full stops inside. A mark directly after # belongs to a keycap
/// (#️⃣).
Address match_name(std::string_view text, std::size_t at) noexcept {
  const bool is_hashtag = text[at] == '#';
  if (at > 0) {
    const char32_t before = utf8::decode_before(text, at).value;
    if (is_word_part(before) || before == static_cast<unsigned char>(text[at])) return {};
  }
  bool has_letter = false;
  bool has_digit = false;
  std::size_t end = at + 1;
  for (std::size_t next = end; next < text.size();) {
    const utf8::Decoded c = utf8::decode(text, next);
    const bool alnum = is_ascii(c.value) && is_alnum(text[next]);
    // Another address may follow without a space.
    if (alnum && !is_alnum(text[next - 1]) && match_ascii(text, next).kind != Kind::none) break;
    if (alnum || c.value == U'_' || (is_word_part(c.value) && !(next == at + 1 && is_mark(c.value)))) {
      has_letter |= is_any_letter(c.value);
      has_digit |= script::is(c.value, script::kDigit);
      end = next + c.length;
    } else if (is_hashtag || c.value != U'.' || !is_alnum(text[next - 1]) || !is_alnum(byte_at(text, next + 1))) {
      break;
    }
    next += c.length;
  }
  if (!has_letter && (is_hashtag || !has_digit)) return {};
  return {at, end, is_hashtag ? Kind::hashtag : Kind::mention};
}

}  // namespace

Address match(std::string_view text, std::size_t at) noexcept {
  if (text[at] == '#' || text[at] == '@') return match_name(text, at);
  if (!is_alnum(text[at]) || (at > 0 && is_alnum(text[at - 1]))) return {};
  return match_ascii(text, at);
}

Address find(std::string_view text, std::size_t from) noexcept {
  for (std::size_t at = from; at < text.size(); ++at) {
    if (!may_begin(text[at])) continue;
    if (const Address found = match(text, at); found.kind != Kind::none) return found;
    while (at + 1 < text.size() && is_alnum(text[at]) && is_alnum(text[at + 1])) ++at;
  }
  return {};
}

}  // namespace sorani::address
