// Every row of the tables that the normalizer reads as they are does what it says.

#include <gtest/gtest.h>

#include <algorithm>
#include <sorani/normalizer.hpp>
#include <string>
#include <string_view>

#include "code_points.hpp"
#include "normalize/generated.hpp"
#include "tsv.hpp"

namespace sorani {
namespace {

using tablegen::to_utf8;
using tablegen::TsvFile;
using tablegen::TsvRow;

std::string field(const TsvRow& row, std::string_view column) {
  return row[column].empty() ? "" : to_utf8(tablegen::text_field(row, column));
}

Normalizer only(const std::string& rules, const std::string& font = "") {
  NormalizerOptions options;
  options.profile = Profile::none;
  options.rules = rules;
  options.font = font;
  return Normalizer(options);
}

/// Text that fits a row of a legacy font: the first, second … code point of each symbol, or the last there is.
std::string typed(const normalize::FontRow& row, std::size_t which) {
  std::u32string text;
  for (const normalize::FontSymbol& symbol : row.from) {
    const std::size_t times = std::clamp<std::size_t>(which, symbol.min_repeats, symbol.max_repeats);
    text.append(times, symbol.points[std::min(which, symbol.points.size() - 1)]);
  }
  return to_utf8(text);
}

TEST(LegacyFonts, EveryRowIsRead) {
  for (const normalize::FontRow& row : normalize::font_rows()) {
    Normalizer normalize = only("", std::string(normalize::font_names()[row.font]));
    const bool at_line_end = row.right.contains(U'\n');
    const std::string after = at_line_end ? "" : "ن";
    for (std::size_t which = 0; which < 4; ++which) {
      const std::string text = typed(row, which);
      EXPECT_EQ(normalize(text + after), to_utf8(row.to) + after) << text;
    }
  }
}

TEST(LegacyFonts, OutputIsNotReadAgain) {
  // Ali-K reads ء as a ZWNJ and و, and و with a fatha as ۆ, but not the و that it has just written.
  EXPECT_EQ(only("", "ali-k")("ء\u064E و\u064E"), "\u200Cو\u064E ۆ");
  // Ali-Web swaps two letters and reads پ, which it writes for ث.
  EXPECT_EQ(only("", "ali-web")("طگث"), "گطپ");
}

TEST(Bullets, EveryRowIsReadAtALineStart) {
  Normalizer normalize = only("+bullets");
  const TsvFile file(SORANI_DATA_DIR "/symbol-bullets.tsv", {"from", "to", "to-name", "where", "source"});
  for (const TsvRow& row : file.rows()) {
    const std::string bullet = field(row, "from");
    const std::string sign = field(row, "to");
    const bool anywhere = row["where"] == "anywhere";
    if (!anywhere) {
      EXPECT_EQ(row["where"], "line-start") << "line " << row.line();
    }
    EXPECT_EQ(normalize(bullet + " ئاو"), sign + " ئاو") << "line " << row.line();
    EXPECT_EQ(normalize(bullet + "\tئاو\n" + bullet + " نان"), sign + "\tئاو\n" + sign + " نان") << row.line();
    EXPECT_EQ(normalize("ئاو (" + bullet + ")"), "ئاو (" + (anywhere ? sign : bullet) + ")") << "line " << row.line();
  }
}

TEST(Bullets, GlyphsOfQuranFontsStay) {
  Normalizer normalize = only("+bullets");
  const TsvFile file(SORANI_DATA_DIR "/symbol-bullets.tsv", {"from", "to", "to-name", "where", "source"});
  const std::string glyph = to_utf8(U"\uF079");
  for (const TsvRow& row : file.rows()) {
    const std::string bullet = field(row, "from");
    for (const std::string& text :
         {glyph + bullet, bullet + glyph, bullet + bullet, "ئاو " + glyph + bullet + " نان"}) {
      EXPECT_EQ(normalize(text), text) << "line " << row.line();
    }
  }
}

TEST(Html, EveryNameIsRead) {
  Normalizer normalize = only("+html");
  const TsvFile file(SORANI_DATA_DIR "/html-entities.tsv", {"name", "to", "to-names"});
  ASSERT_GE(file.rows().size(), 253u);
  for (const TsvRow& row : file.rows()) {
    EXPECT_EQ(normalize("ئاو&" + row["name"] + ";نان"), "ئاو" + field(row, "to") + "نان") << "line " << row.line();
    EXPECT_EQ(normalize("&" + row["name"] + "-"), "&" + row["name"] + "-") << "line " << row.line();
  }
}

}  // namespace
}  // namespace sorani
