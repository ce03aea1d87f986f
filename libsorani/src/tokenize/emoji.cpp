// Emoji sequences (Unicode Technical Standard 51, section 1.4.9, "EBNF and Regex"):
//
//   keycap     digit, # or *; U+FE0F or nothing; U+20E3
//   flag       two regional indicators
//   other      pictograph, its modifiers (variation selector, skin tone, tags), and further pictographs joined by ZWJ
//
// A lone pictograph that is shown as text by default (❤ without U+FE0F) is a symbol, not an emoji.

#include "script/characters.hpp"
#include "tokenize/character.hpp"
#include "tokenize/scanner.hpp"

namespace sorani::tokenize {
namespace {

constexpr char32_t kTextStyle = script::character::kVariationSelector15.value;
constexpr char32_t kEmojiStyle = script::character::kVariationSelector16.value;
constexpr char32_t kKeycap = script::character::kCombiningEnclosingKeycap.value;
constexpr char32_t kZeroWidthJoiner = script::character::kZeroWidthJoiner.value;

/// The end of a keycap sequence: digit, # or *, optional U+FE0F, U+20E3. 0 if it is none.
std::size_t keycap_end(std::string_view text, const Character& first) noexcept {
  Character next = character_at(text, first.end);
  if (next.value == kEmojiStyle) next = character_at(text, next.end);
  return next.value == kKeycap ? next.end : 0;
}

}  // namespace

Extent scan_emoji(std::string_view text, std::size_t at) noexcept {
  const Character first = character_at(text, at);
  if (first.value < 0x80) {
    if (!first.is(kDigit) && first.value != U'#' && first.value != U'*') return {};
    return {keycap_end(text, first), TokenKind::emoji};
  }
  if (first.is(kRegional)) {
    const Character second = character_at(text, first.end);
    std::size_t end = second.is(kRegional) ? second.end : first.end;
    for (Character c = character_at(text, end); c.is(kMark); c = character_at(text, end)) end = c.end;
    return {end, TokenKind::emoji};
  }
  if (!first.is(kPictograph)) return {};

  bool is_emoji = first.is(kEmoji);
  std::size_t end = first.end;
  while (true) {
    Character next = character_at(text, end);
    while (next.is(kMark | kTag | kSkinTone)) {
      if (next.value == kEmojiStyle || next.is(kSkinTone)) is_emoji = true;
      if (next.value == kTextStyle && end == first.end) is_emoji = false;
      end = next.end;
      next = character_at(text, end);
    }
    if (next.value != kZeroWidthJoiner) break;
    const Character joined = character_at(text, next.end);
    if (!joined.is(kPictograph)) break;
    is_emoji = true;
    end = joined.end;
  }
  return {end, is_emoji ? TokenKind::emoji : TokenKind::symbol};
}

}  // namespace sorani::tokenize
