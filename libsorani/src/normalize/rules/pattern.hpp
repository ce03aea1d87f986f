#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sorani::normalize {

/// A set of symbols, as one word in a pattern of normalize-mappings.tsv denotes it. Symbols are code points; '\n'
/// stands for both ends of a line.
class SymbolSet {
 public:
  /// Reads `U+0647`, `U+060C|U+061B`, `!U+0647`, `<vowel>`, `<arabic-letter|mark>`, `<!space|U+200C>`. The names of
  /// sets that normalize-mappings.tsv defines are replaced by their code points before, by tablegen. Throws `Error`.
  static SymbolSet parse(std::string_view word);

  /// The set of these code points.
  static SymbolSet of(std::u32string_view points) {
    SymbolSet set;
    set.points_ = points;
    return set;
  }

  bool contains(char32_t c) const noexcept;

  /// True if the set contains the characters of these script classes. To be asked for characters that are neither ASCII
  /// nor listed in any set.
  bool contains_classes(std::uint32_t classes) const noexcept {
    return (any_ || (classes & classes_) != 0 || (unknown_ && classes == 0)) != negated_;
  }

  /// The code points listed one by one (in a negated set, those that it does not contain).
  const std::u32string& points() const noexcept { return points_; }

  /// The only code point of the set, or 0 if there is more than one.
  char32_t single() const noexcept { return !negated_ && classes_ == 0 && points_.size() == 1 ? points_[0] : 0; }

  bool operator==(const SymbolSet&) const = default;

 private:
  void add_class(std::string_view name);

  std::u32string points_;
  std::uint32_t classes_ = 0;  // bits of script::Class
  bool negated_ = false;
  bool any_ = false;
  bool unknown_ = false;  // characters that are in no class
};

/// A rewrite rule with context: `from` between `left` and `right` becomes `to`.
struct Pattern {
  std::vector<SymbolSet> symbols;  ///< of left, from and right
  std::uint8_t from_length = 0;    ///< number of symbols that are replaced
  std::uint8_t right_length = 0;   ///< number of symbols after them
  std::uint16_t rule = 0;
  bool keep = false;  ///< `from` stays, which keeps it from shorter patterns
  std::u32string to;
  bool conjunction = false;    ///< `to` loses its spaces where final_waw.hpp says so
  std::u32string one_for_one;  ///< the replacements of the code points of `from`, a single symbol; or empty

  std::size_t length() const noexcept { return symbols.size(); }

  /// True if all it does is to delete its last symbol.
  bool deletes_last() const noexcept { return deletes_one() && right_length == 0; }

  /// True if all it does is to delete the first of two symbols.
  bool deletes_first() const noexcept { return deletes_one() && right_length == 1 && length() == 2; }

  /// True if all it does is to delete the symbol between two others.
  bool deletes_middle() const noexcept { return deletes_one() && right_length == 1 && length() == 3; }

  /// True if all it does is to replace the second of two symbols by one other.
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
