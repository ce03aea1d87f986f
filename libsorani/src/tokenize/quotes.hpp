#pragma once

#include <cstdint>
#include <string_view>

#include "tokenize/cursor.hpp"

namespace sorani::tokenize {

/// What stands on one side of a quotation mark.
enum class Beside : std::uint8_t {
  text,     ///< what it encloses, or a word that it is written on to
  gap,      ///< white space or a sign that no enclosed text borders on: the mark has its outer side here
  unknown,  ///< tokens with spaces between them do not show it
};

/// Which side of what they enclose the quotation marks stand on that have no fixed side (`kToggle`): " ' and, in
/// right-to-left text, where ”…“ “…” „…“ ’…‘ all occur, the curly ones. A mark with a gap on one side alone has its
/// place from that; any other closes a quotation of its kind if one is open. Holds for one line.
class QuoteSides {
 public:
  /// True if the mark opens a quotation.
  bool opens(std::string_view mark, Beside left, Beside right) noexcept {
    const std::uint8_t kind = kind_of(mark);
    bool result = (open_ & kind) == 0;
    if (left == Beside::gap && right != Beside::gap) result = true;
    if (right == Beside::gap && left != Beside::gap) result = false;
    open_ = static_cast<std::uint8_t>(result ? open_ | kind : open_ & ~kind);
    apart_ = static_cast<std::uint8_t>(left == Beside::gap && right == Beside::gap ? apart_ | kind : apart_ & ~kind);
    return result;
  }

  /// True if a quotation of the kind of this mark is open.
  bool is_open(std::string_view mark) const noexcept { return (open_ & kind_of(mark)) != 0; }

  /// True if a quotation is open whose first mark, of this kind, has a gap on both sides.
  bool is_open_apart(std::string_view mark) const noexcept { return (open_ & apart_ & kind_of(mark)) != 0; }

 private:
  /// A bit for the marks that close each other: double and single ones of keyboards, double and single curly ones, and
  /// two single ones typed for a double one.
  static std::uint8_t kind_of(std::string_view mark) noexcept {
    const Character first = character_at(mark, 0);
    if (first.end < mark.size()) return 1;
    const bool is_double = first.is(kAlone);
    if (first.value < 0x80) return is_double ? 2 : 4;
    return is_double ? 8 : 16;
  }

  std::uint8_t open_ = 0;
  std::uint8_t apart_ = 0;
};

}  // namespace sorani::tokenize
