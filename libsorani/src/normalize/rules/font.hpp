#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "normalize/code_point_table.hpp"
#include "normalize/generated.hpp"
#include "utf8/utf8.hpp"

namespace sorani::normalize {

/// The letters of a legacy font: the rows of legacy-fonts.tsv for it.
///
/// The text is read as letters: a presentation form, as in text copied from a PDF, is the letters that it is a form of;
/// a letter with a separate madda or hamza is the composed letter. At each place the longest match wins, and what it
/// wrote is not read again. A repeated symbol is greedy, without backtracking: tablegen checks that the symbol after it
/// has no code point in common with it.
class Font {
 public:
  /// No font for an empty name; throws `Error` for an unknown one.
  explicit Font(std::string_view name);

  bool empty() const noexcept { return rows_.empty(); }

  /// Sets `out` to the letters that the character at `text[at]` stands for, together with those after it that belong to
  /// the same match. Returns the number of bytes read, 0 if no row matches.
  std::size_t read(std::string_view text, std::size_t at, std::u32string& out) const {
    return empty() || first_[utf8::decode(text, at).value] == kUnused ? 0 : convert(text, at, out);
  }

 private:
  /// A position in a text: a byte and, within a ligature such as U+FEF7, a letter.
  struct Position {
    std::size_t at;
    std::size_t letter;
  };

  struct Letter {
    char32_t value;
    Position next;
  };

  struct Match {
    const FontRow* row;  // null if no row fits
    Position end;
  };

  void index();
  std::size_t convert(std::string_view text, std::size_t at, std::u32string& out) const;
  Match match(std::string_view text, Position place) const;
  static bool fits(const FontRow& row, std::string_view text, Position start, Position& end);
  static Letter letter(std::string_view text, Position place);
  static Letter component(std::string_view text, Position place);

  // Values of `first_` up to the first index of a list of rows.
  static constexpr std::uint8_t kUnused = 0;     // no row can match here
  static constexpr std::uint8_t kUndecided = 1;  // a row may match what the character decomposes to or is composed to

  std::span<const FontRow> rows_;
  std::vector<std::vector<std::size_t>>
      rows_by_first_;                   // for each character that rows begin with, from kUndecided + 1 on
  CodePointTable<std::uint8_t> first_;  // index into rows_by_first_
};

}  // namespace sorani::normalize
