#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sorani::normalize {

/// A set of symbols, as a word in a pattern of normalize-mappings.tsv names it. Symbols are code points, and '\n' for
/// both ends of a line.
class SymbolSet {
 public:
  /// Reads `U+0647`, `U+060C|U+061B`, `!U+0647`, `<vowel>`, `<arabic-letter|mark>`, `<!space>`. Throws `Error`.
  static SymbolSet parse(std::string_view word);

  /// The set of these code points.
  static SymbolSet of(std::u32string_view points) {
    SymbolSet set;
    set.points_ = points;
    return set;
  }

  bool contains(char32_t c) const noexcept;

  /// True if the set holds the characters of these classes that no set names one by one, ASCII aside.
  bool contains_classes(std::uint32_t classes) const noexcept {
    return (any_ || (classes & classes_) != 0 || (unknown_ && classes == 0)) != negated_;
  }

  /// The code points listed one by one; classes come besides.
  const std::u32string& points() const noexcept { return points_; }

  /// The only code point of the set, or 0 if it holds more than one.
  char32_t single() const noexcept { return !negated_ && classes_ == 0 && points_.size() == 1 ? points_[0] : 0; }

  bool operator==(const SymbolSet&) const = default;

 private:
  void add_class(std::string_view name);

  std::u32string points_;
  std::uint32_t classes_ = 0;  // bits of script::Class
  bool negated_ = false;
  bool any_ = false;
  bool unknown_ = false;     // characters that are in no class
  bool ascii_sign_ = false;  // ASCII but letters, digits and white space
};

/// One rewriting: `from` between `left` and `right` becomes `to`.
struct Pattern {
  std::vector<SymbolSet> symbols;  ///< left, from and right, one after the other
  std::uint8_t from_length = 0;    ///< symbols that are replaced
  std::uint8_t right_length = 0;   ///< symbols after those
  std::uint16_t rule = 0;
  bool keep = false;  ///< true: `from` stays, and shorter patterns are not tried
  std::u32string to;
  bool conjunction = false;    ///< `to` loses its spaces where the و belongs to the word: see final_waw.hpp
  std::u32string one_for_one;  ///< if not empty, what each of the code points of the one symbol replaced becomes

  std::size_t length() const noexcept { return symbols.size(); }

  /// True if all it does is to take its last symbol away.
  bool deletes_last() const noexcept { return deletes_one() && right_length == 0; }

  /// True if all it does is to take its first symbol away, before one other.
  bool deletes_first() const noexcept { return deletes_one() && right_length == 1 && length() == 2; }

  /// True if all it does is to take away the symbol between two others.
  bool deletes_middle() const noexcept { return deletes_one() && right_length == 1 && length() == 3; }

  /// True if all it does is to write its second and last symbol as another one.
  bool rewrites_last() const noexcept {
    return length() == 2 && from_length == 1 && right_length == 0 && to.size() == 1 && one_for_one.empty() && !keep;
  }

 private:
  bool deletes_one() const noexcept { return to.empty() && one_for_one.empty() && from_length == 1; }
};

/// Reads the words of a pattern column.
std::vector<SymbolSet> parse_symbols(std::string_view column);

/// Reads the code points of a `to` column.
std::u32string parse_code_points(std::string_view column);

/// Reads `U+0647`; throws `Error`.
char32_t parse_code_point(std::string_view word);

}  // namespace sorani::normalize
