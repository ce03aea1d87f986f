#include "tokenize/scanner.hpp"

#include "tokenize/cursor.hpp"

namespace sorani::tokenize {
namespace {

constexpr std::uint32_t kWordPart = kLetter | kMark | kDigit | kNumeric | kJoiner;
constexpr std::uint32_t kWordStart = kLetter | kMark | kDigit | kNumeric;

/// The end of the name of a topic or a user, or 0. A topic holds at least one letter; the name of a user may hold full
/// stops.
std::size_t name_end(std::string_view text, std::size_t at, bool topic) noexcept {
  bool letter = false;
  bool digit = false;
  std::size_t end = at;
  for (std::size_t next = at;;) {
    const Character c = character_at(text, next);
    if (c.is(kWordPart | kConnector)) {
      letter |= c.is(kLetter);
      digit |= c.is(kDigit);
      end = c.end;
    } else if (topic || c.value != U'.' || next == at || !is_ascii_alnum(text[next - 1]) || c.end == text.size() ||
               !is_ascii_alnum(text[c.end])) {
      break;
    }
    next = c.end;
  }
  return letter || (digit && !topic) ? end : 0;
}

/// A hashtag or a mention, if its sign is not inside a word.
Extent scan_name(std::string_view text, std::size_t at) noexcept {
  if (character_before(text, at).is(kWordPart)) return {};
  if (text[at] == '#') return {name_end(text, at + 1, true), TokenKind::hashtag};
  return {name_end(text, at + 1, false), TokenKind::mention};
}

/// True if two signs next to each other are one token: the same sign twice, two ends of a sentence (?!), or bytes of
/// ill-formed text.
bool are_one(const Character& a, const Character& b) noexcept {
  if (a.is(kAlone | kPictograph)) return false;
  if (a.value == b.value) return true;
  if (a.value >= unicode::kIllFormed) return b.value >= unicode::kIllFormed;
  return a.is(kEnd) && b.is(kEnd) && !a.is(kFullStop) && !b.is(kFullStop);
}

/// A sign, or a run of signs.
Extent scan_signs(std::string_view text, const Character& first) noexcept {
  const TokenKind kind = first.is(kPunctuation) ? TokenKind::punctuation : TokenKind::symbol;
  std::size_t end = first.end;
  Character next = character_at(text, end);
  // The end of the text is white space, which is no sign.
  while (are_one(first, next)) {
    end = next.end;
    next = character_at(text, end);
  }
  return {end, kind};
}

}  // namespace

std::size_t skip_gap(std::string_view text, std::size_t at) noexcept {
  while (at < text.size()) {
    const Character c = character_at(text, at);
    if (!c.is(kSpace | kControl | kJoiner | kFormat)) break;
    at = c.end;
  }
  return at;
}

Extent scan_token(std::string_view text, std::size_t at, const TokenizerOptions& options) noexcept {
  const Character c = character_at(text, at);
  Extent found;
  if (c.is(kDigit | kPictograph | kRegional) || c.value == U'#' || c.value == U'*') found = scan_emoji(text, at);
  if (found.end == 0 && c.value < 0x80 && is_ascii_alnum(text[at])) found = scan_address(text, at);
  if (found.end == 0 && c.is(kWordStart)) found = scan_word(text, at, options);
  if (found.end == 0 && (c.value == U'#' || c.value == U'@')) found = scan_name(text, at);
  if (found.end == 0 && c.is(kSign) && character_at(text, c.end).is(kDigit) &&
      character_before(text, at).is(kSpace | kControl | kOpener)) {
    found = scan_word(text, c.end, options);
  }
  if (found.end == 0) found = scan_signs(text, c);
  for (Character next = character_at(text, found.end); next.is(kMark); next = character_at(text, found.end)) {
    found.end = next.end;
  }
  return found;
}

}  // namespace sorani::tokenize
