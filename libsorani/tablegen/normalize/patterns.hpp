#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tsv.hpp"

/// The notation of patterns in normalize-mappings.tsv and legacy-fonts.tsv; normalize-mappings.tsv says what it means.
/// Whatever is malformed calls `row.fail`.
namespace tablegen {

/// The sets of characters that normalize-mappings.tsv names.
using NamedSets = std::map<std::string, std::u32string, std::less<>>;

/// The parts of a text between separators, without empty ones.
std::vector<std::string> parts(std::string_view text, char separator);

/// The words of a field: the parts between spaces.
std::vector<std::string> words(const TsvRow& row, std::string_view column);

/// `U+0647`.
char32_t code_point(const TsvRow& row, std::string_view word);

/// A range `U+0660..U+0669`, or one code point.
struct Range {
  char32_t first;
  char32_t last;

  std::size_t size() const noexcept { return last - first + 1; }
};

Range range(const TsvRow& row, std::string_view word);

/// The code points of `U+0647|U+0660..U+0669`.
std::u32string alternatives(const TsvRow& row, std::string_view word);

/// The code points of a field of `U+0648 U+064E`, which may be empty.
std::u32string code_points_field(const TsvRow& row, std::string_view column);

/// A set of symbols, as one word denotes it: `U+0647`, `U+060C|U+061B`, `!U+0647`, `<vowel>`, `<arabic-letter|mark>`,
/// `<!space|U+200C>`. The members are those of normalize/rules/pattern.hpp.
struct Symbol {
  std::u32string points;
  std::uint32_t classes = 0;
  bool negated = false;
  bool any = false;
  bool unknown = false;

  /// The initializer of a sorani::normalize::SymbolSet.
  std::string item() const;
};

Symbol symbol(const TsvRow& row, std::string_view word, const NamedSets& sets);

/// The symbols of a field.
std::vector<Symbol> symbols_field(const TsvRow& row, std::string_view column, const NamedSets& sets);

}  // namespace tablegen
