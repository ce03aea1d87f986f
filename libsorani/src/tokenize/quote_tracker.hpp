#pragma once

#include <cstdint>
#include <string_view>

#include "tokenize/character.hpp"

namespace sorani::tokenize {

/// What is next to a quotation mark on one side.
enum class Neighbor : std::uint8_t {
  text,     ///< a word or other text without a space between
  gap,      ///< white space, or a sign that never borders on quoted text: this is the outer side of the mark
  unknown,  ///< the input has a space around every token, which tells nothing
};

/// Decides whether a quotation mark opens or closes, for marks whose shape does not tell (`kToggle`): " and ', and the
/// curly ones, since right-to-left text has all of ”…“ “…” „…“ ’…‘.
///
/// A mark with a gap on exactly one side is decided by that: gap, mark, text opens; text, mark, gap closes. Otherwise
/// it closes a quotation of its kind if one is open, and opens one if not. The state is one bit per kind of mark, and
/// is for one line.
class QuoteTracker {
 public:
  /// Reads the next mark of the line. True if it opens a quotation.
  bool is_opening(std::string_view mark, Neighbor left, Neighbor right) noexcept {
    const std::uint8_t kind = kind_of(mark);
    bool opens = (open_ & kind) == 0;
    if (left == Neighbor::gap && right != Neighbor::gap) opens = true;
    if (right == Neighbor::gap && left != Neighbor::gap) opens = false;
    const bool is_detached = left == Neighbor::gap && right == Neighbor::gap;
    open_ = static_cast<std::uint8_t>(opens ? open_ | kind : open_ & ~kind);
    detached_ = static_cast<std::uint8_t>(is_detached ? detached_ | kind : detached_ & ~kind);
    return opens;
  }

  /// True if a quotation of the kind of this mark is open.
  bool is_open(std::string_view mark) const noexcept { return (open_ & kind_of(mark)) != 0; }

  /// True if a quotation is open whose opening mark, of this kind, has a gap on both sides.
  bool is_open_detached(std::string_view mark) const noexcept { return (open_ & detached_ & kind_of(mark)) != 0; }

 private:
  /// One bit for each set of marks that close each other: two single marks typed for a double one, " alone, ' alone,
  /// curly double ones, curly single ones.
  static std::uint8_t kind_of(std::string_view mark) noexcept {
    const Character first = character_at(mark, 0);
    if (first.end < mark.size()) return 1;
    const bool is_double = first.is(kAlone);
    if (first.value < 0x80) return is_double ? 2 : 4;
    return is_double ? 8 : 16;
  }

  std::uint8_t open_ = 0;
  std::uint8_t detached_ = 0;
};

}  // namespace sorani::tokenize
