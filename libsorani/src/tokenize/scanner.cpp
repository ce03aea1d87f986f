// The scanner decides by the first character of a token, in this order; the first alternative that matches wins:
//
//   emoji      a pictograph, flag or keycap (emoji.cpp)
//   address    URL, e-mail address, hashtag, mention (the grammar in address/)
//   word       letters, marks, digits, and the signs that stay inside words and numbers (words.cpp)
//   number     a sign such as - or + before a digit, if nothing but a space or an opening bracket precedes it
//   signs      any other character: punctuation or symbol; a run of the same sign is one token
//
// Every token then takes the combining marks after it, so that no grapheme cluster is split. Between tokens only white
// space and invisible controls are skipped (`skip_gap`), so tokens and gaps together are the text.
//
// Time is linear: no alternative looks ahead over the same text again for a later token (checked on hostile text by
// tests/property/complexity).

#include "tokenize/scanner.hpp"

#include "address/address.hpp"
#include "tokenize/character.hpp"

namespace sorani::tokenize {
namespace {

constexpr std::uint32_t kWordStart = kLetter | kMark | kDigit | kNumeric;

TokenKind kind_of(address::Kind kind) noexcept {
  switch (kind) {
    case address::Kind::email:
      return TokenKind::email;
    case address::Kind::hashtag:
      return TokenKind::hashtag;
    case address::Kind::mention:
      return TokenKind::mention;
    default:
      return TokenKind::url;
  }
}

/// True if two adjacent signs belong to one token: the same sign twice, two sentence-final signs (?!), or two
/// ill-formed bytes.
bool form_one_token(const Character& a, const Character& b) noexcept {
  if (a.is(kAlone | kPictograph)) return false;
  if (a.value == b.value) return true;
  if (a.value >= utf8::kIllFormed) return b.value >= utf8::kIllFormed;
  return a.is(kEnd) && b.is(kEnd) && !a.is(kFullStop) && !b.is(kFullStop);
}

/// A sign (punctuation or symbol), or a run of them.
Extent scan_signs(std::string_view text, const Character& first) noexcept {
  const TokenKind kind = first.is(kPunctuation) ? TokenKind::punctuation : TokenKind::symbol;
  std::size_t end = first.end;
  Character next = character_at(text, end);
  // Ends at the end of the text, which reads as white space.
  while (form_one_token(first, next)) {
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
  if (found.end == 0 && address::may_begin(text[at])) {
    const address::Address address = address::match(text, at);
    found = {address.end, kind_of(address.kind)};
  }
  if (found.end == 0 && c.is(kWordStart)) found = scan_word(text, at, options);
  if (found.end == 0 && c.is(kSign)) {
    const std::size_t digit = skip_directional(text, c.end);
    if (character_at(text, digit).is(kDigit) && !begins_address(text, digit) &&
        skip_directional_before(text, at).is(kSpace | kControl | kOpener)) {
      found = scan_word(text, c.end, options);
    }
  }
  if (found.end == 0) found = scan_signs(text, c);
  for (Character next = character_at(text, found.end); next.is(kMark); next = character_at(text, found.end)) {
    found.end = next.end;
  }
  return found;
}

}  // namespace sorani::tokenize
