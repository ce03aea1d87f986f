#include "normalize/fonts.hpp"

#include <fmt/core.h>

#include <string>
#include <string_view>
#include <vector>

#include "code_points.hpp"

namespace tablegen {
namespace {

/// A symbol of the column `from`: `U+0644|U+06B5`, `U+0640*`.
struct FontSymbol {
  std::u32string points;
  char repeats = '1';  // or `*`, `+`

  std::string item() const {
    return fmt::format("{{{}, {}, {}}}", u32_literal(points), repeats == '*' ? 0 : 1,
                       repeats == '1' ? "1" : "FontSymbol::kMaxRepeats");
  }
};

FontSymbol font_symbol(const TsvRow& row, std::string_view word) {
  FontSymbol symbol;
  if (word.ends_with('*') || word.ends_with('+')) {
    symbol.repeats = word.back();
    word.remove_suffix(1);
  }
  for (const std::string& point : parts(word, '|')) symbol.points += code_point(row, point);
  return symbol;
}

/// The symbols of `from`. Matching is greedy without backtracking, so that a repeated symbol must have no code point in
/// common with the one after it.
std::vector<FontSymbol> font_symbols(const TsvRow& row) {
  std::vector<FontSymbol> symbols;
  std::u32string all;
  std::u32string repeated;  // what the symbol before this one may take more of
  for (const std::string& word : words(row, "from")) {
    const FontSymbol symbol = font_symbol(row, word);
    if (all.empty() && symbol.repeats == '*') row.fail("the first symbol can be missing");
    if (symbol.points.find_first_of(repeated) != std::u32string::npos) {
      row.fail("a repeated symbol takes what the next needs");
    }
    if (symbol.repeats != '*') repeated.clear();
    if (symbol.repeats == '*' || symbol.repeats == '+') repeated += symbol.points;
    all += symbol.points;
    symbols.push_back(symbol);
  }
  if (all.empty()) row.fail("nothing to read");
  check_names(row, "from-names", all);
  return symbols;
}

/// The one character beside the match.
std::string context_item(const TsvRow& row, std::string_view column, const NamedSets& sets) {
  const std::vector<Symbol> symbols = symbols_field(row, column, sets);
  if (symbols.size() > 1) row.fail("a context is one symbol");
  return symbols.empty() ? symbol(row, "<any>", sets).item() : symbols.front().item();
}

}  // namespace

void write_fonts(CppWriter& out, const std::filesystem::path& file, const NamedSets& sets) {
  const TsvFile table(file, {"font", "left", "from", "right", "from-names", "to", "to-names", "source"});
  std::vector<std::string> fonts;
  std::vector<std::string> rows;
  std::vector<std::string> symbols;
  for (const TsvRow& row : table.rows()) {
    const std::size_t first = symbols.size();
    for (const FontSymbol& symbol : font_symbols(row)) symbols.push_back(symbol.item());
    const std::u32string to = row["to"].empty() ? std::u32string() : text_field(row, "to");
    if (!to.empty()) check_names(row, "to-names", to);
    if (row["source"].empty()) row.fail("a row needs a source");
    const std::string name = string_literal(row["font"]);
    if (fonts.empty() || fonts.back() != name) {
      for (const std::string& other : fonts) {
        if (other == name) row.fail("not beside the other rows of the font");
      }
      fonts.push_back(name);
    }
    rows.push_back(fmt::format("{{{}, {}, {{kFontSymbols + {}, {}}}, {}, {}}}", fonts.size() - 1,
                               context_item(row, "left", sets), first, symbols.size() - first,
                               context_item(row, "right", sets), u32_literal(to)));
  }
  out.array("FontSymbol", "kFontSymbols", symbols);
  out.list("FontRow", "font_rows", rows);
  out.list("std::string_view", "font_names", fonts);
}

}  // namespace tablegen
