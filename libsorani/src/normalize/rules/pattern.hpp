#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "script/script.hpp"

/// The rewrite rules with context, as constants of the generated tables. tablegen parses and checks what they are
/// written as in normalize-mappings.tsv.
namespace sorani::normalize {

/// A set of symbols: some code points and all characters of some classes, or everything else. Symbols are code points;
/// '\n' stands for both ends of a line.
struct SymbolSet {
  std::u32string_view points;  ///< the code points listed one by one (in a negated set, those that it does not contain)
  std::uint32_t classes = 0;   ///< bits of script::Class
  bool negated = false;
  bool any = false;      ///< contains every symbol
  bool unknown = false;  ///< contains characters that are in no class

  bool contains(char32_t c) const noexcept {
    return points.find(c) != std::u32string_view::npos ? !negated : contains_classes(script::classes(c));
  }

  /// True if the set contains the characters of these script classes. To be asked for characters that are neither ASCII
  /// nor listed in any set.
  bool contains_classes(std::uint32_t character_classes) const noexcept {
    return (any || (character_classes & classes) != 0 || (unknown && character_classes == 0)) != negated;
  }

  /// The only code point of the set, or 0 if there is more than one.
  char32_t single() const noexcept { return !negated && classes == 0 && points.size() == 1 ? points[0] : 0; }

  bool operator==(const SymbolSet&) const = default;
};

/// A rewrite rule with context: `from` between `left` and `right` becomes `to`.
struct Pattern {
  std::span<const SymbolSet> symbols;  ///< of left, from and right
  std::uint8_t from_length = 0;        ///< number of symbols that are replaced
  std::uint8_t right_length = 0;       ///< number of symbols after them
  std::uint16_t rule = 0;              ///< index into `rule_rows()`
  bool keep = false;                   ///< `from` stays, which keeps it from shorter patterns
  bool conjunction = false;            ///< `to` loses its spaces where final_waw.hpp says so
  std::u32string_view to;
  std::u32string_view one_for_one;  ///< the replacements of the code points of `from`, a single symbol; or empty

  std::size_t length() const noexcept { return symbols.size(); }

  /// True if all it does is to delete its last symbol.
  bool deletes_last() const noexcept { return deletes_one() && right_length == 0; }

  /// True if all it does is to delete the first of two symbols.
  bool deletes_first() const noexcept { return deletes_one() && right_length == 1 && length() == 2; }

  /// True if all it does is to delete the symbol between two others.
  bool deletes_middle() const noexcept { return deletes_one() && right_length == 1 && length() == 3; }

  /// True if all it does is to replace the symbol between two others by one other.
  bool rewrites_middle() const noexcept {
    return length() == 3 && from_length == 1 && right_length == 1 && to.size() == 1 && one_for_one.empty() && !keep &&
           !conjunction;
  }

  /// True if all it does is to replace the second of two symbols by one other.
  bool rewrites_last() const noexcept {
    return length() == 2 && from_length == 1 && right_length == 0 && to.size() == 1 && one_for_one.empty() && !keep;
  }

 private:
  constexpr bool deletes_one() const noexcept { return to.empty() && one_for_one.empty() && from_length == 1; }
};

}  // namespace sorani::normalize
