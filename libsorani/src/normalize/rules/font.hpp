#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "normalize/code_point_table.hpp"
#include "normalize/rules/pattern.hpp"
#include "normalize/rules/rule_tables.hpp"
#include "utf8/utf8.hpp"

namespace sorani::normalize {

/// A symbol of the column `from` of legacy-fonts.tsv: one of some code points, once or several times.
struct FontSymbol {
  std::u32string points;
  std::size_t least = 1;
  std::size_t most = 1;

  static constexpr std::size_t kMostRepeats = 8;  ///< bounds the time that hostile text can take

  bool contains(char32_t c) const noexcept { return points.find(c) != std::u32string::npos; }
};

/// Reads `U+0644|U+06B5 U+0640* U+064E+`; throws `Error`.
std::vector<FontSymbol> parse_font_symbols(std::string_view column);

/// The letters of a legacy font: the rows of legacy-fonts.tsv for it.
///
/// Text is read as the font's user typed it: a presentation form, which text copied from a PDF holds, counts as the
/// letters that it is a form of, and a letter with a separate madda or hamza as the composed letter. Each position is
/// read once, by the row that takes the most; what a row wrote is never read again. A repeated symbol takes all that it
/// can, without backtracking: the table's linter checks that it has no code point in common with the symbol after it.
class Font {
 public:
  /// No font for an empty name; throws `Error` for an unknown one.
  explicit Font(std::string_view name);

  bool empty() const noexcept { return rows_.empty(); }

  /// Replaces `out` by what the font means by the character at `text[at]`, and by those after it that spell one letter
  /// with it. Returns the number of bytes read, 0 if the font has no use for that character.
  std::size_t read(std::string_view text, std::size_t at, std::u32string& out) const {
    return empty() || first_[utf8::decode(text, at).value] == kUnused ? 0 : convert(text, at, out);
  }

 private:
  /// A place in a text: a byte, and within a ligature such as U+FEF7 the letter.
  struct Place {
    std::size_t at;
    std::size_t letter;
  };

  struct Letter {
    char32_t value;
    Place next;
  };

  struct Row {
    SymbolSet left;
    std::vector<FontSymbol> from;
    SymbolSet right;
    std::u32string_view to;
  };

  struct Match {
    const Row* row;  // null if no row fits
    Place end;
  };

  void index();
  std::size_t convert(std::string_view text, std::size_t at, std::u32string& out) const;
  Match match(std::string_view text, Place place) const;
  static bool fits(const Row& row, std::string_view text, Place start, Place& end);
  static Letter letter(std::string_view text, Place place);
  static Letter part(std::string_view text, Place place);

  static constexpr std::uint8_t kUnused = 0;  // the font has no use for the character
  static constexpr std::uint8_t kCloser =
      1;  // no row begins with it, but maybe with what it decomposes to or is part of

  std::vector<Row> rows_;
  std::vector<std::vector<std::size_t>> rows_by_first_;  // of each character that rows begin with, after kCloser
  CodePointTable<std::uint8_t> first_;                   // index of that
};

}  // namespace sorani::normalize
