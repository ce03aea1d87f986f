#include "transliterate/to_arabic/neighbor.hpp"

#include "script/script.hpp"
#include "tokenize/traits.hpp"

namespace sorani::transliterate {
namespace {

using namespace tokenize;

/// ، and the like: a space follows, none precedes.
bool is_phrase_end(char32_t c) noexcept {
  const std::uint32_t all = traits(c);
  const bool is_left = (all & kPunctuation) != 0 && (all & kNoSpaceBefore) != 0 && (all & kNoSpaceAfter) == 0;
  return (is_left && (all & (kHyphen | kOpener | kCloser)) == 0) || (all & kEnd) != 0;
}

/// % ‰ ٪
bool is_percent(char32_t c) noexcept {
  const std::uint32_t all = traits(c);
  return (all & kSymbol) != 0 && (all & kNoSpaceBefore) != 0 && (all & kNoSpaceAfter) == 0;
}

}  // namespace

Neighbor neighbor_after(Neighbor before, char32_t c) noexcept {
  const std::uint32_t all = traits(c);
  const bool opens = (all & kOpener) != 0, closes = (all & kCloser) != 0;
  if (opens && closes) return before == Neighbor::apart || may_take_ending(before) ? Neighbor::apart : Neighbor::closed;
  if (closes) return Neighbor::closed;
  if (opens) return before == Neighbor::word && (c == U'(' || c == U'[') ? Neighbor::bracket : Neighbor::apart;
  if (before == Neighbor::word && is_ending_hyphen(c)) return Neighbor::hyphen;
  if (c >= U'0' && c <= U'9') return Neighbor::digit;
  if (script::is(c, script::kDigit) || is_percent(c)) return Neighbor::closed;
  const bool is_letter = script::is(c, script::kArabicLetter | script::kOtherLetter | script::kMark | script::kTatweel);
  return is_letter || is_phrase_end(c) ? Neighbor::mark : Neighbor::apart;
}

bool is_ending_hyphen(char32_t c) noexcept { return tokenize::has(c, kHyphen); }

bool ends_enclitic(char32_t c) noexcept {
  return c == U' ' || script::is(c, script::kWhiteSpace | script::kLineEnd) || tokenize::has(c, kCloser) ||
         is_phrase_end(c);
}

}  // namespace sorani::transliterate
