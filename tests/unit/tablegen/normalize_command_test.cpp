// What a slip in the data files of the normalizer does to the build: it stops with the file and the line.

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "commands/commands.hpp"
#include "tablegen/data_fixture.hpp"

namespace tablegen {
namespace {

class NormalizeData : public sorani::test::TablegenData {
 protected:
  NormalizeData()
      : TablegenData(
            normalize_command,
            {"alphabet.tsv", "characters.tsv", "normalize-rules.tsv", "normalize-mappings.tsv", "look-alikes.tsv",
             "final-waw.tsv", "vowel-marks.tsv", "symbol-bullets.tsv", "html-entities.tsv", "legacy-fonts.tsv"}) {}

  /// The error when normalize-mappings.tsv begins with this row.
  std::string mapping_error(std::string_view row) const {
    constexpr std::string_view kColumns = "rule\tleft\tfrom\tright\tto\tfrom-names\tto-names\tnote\n";
    return error_after("normalize-mappings.tsv", kColumns, std::string(kColumns).append(row) + "\n");
  }

  /// The error when legacy-fonts.tsv begins with this row.
  std::string font_error(std::string_view row) const {
    constexpr std::string_view kColumns = "font\tleft\tfrom\tright\tfrom-names\tto\tto-names\tsource\n";
    return error_after("legacy-fonts.tsv", kColumns, std::string(kColumns).append(row) + "\n");
  }
};

TEST_F(NormalizeData, IsRight) { EXPECT_NO_THROW(run()); }

TEST_F(NormalizeData, NamesTheLineOfAMalformedPattern) {
  EXPECT_EQ(
      error_with("normalize-mappings.tsv",
                 "# a comment\nrule\tleft\tfrom\tright\tto\tfrom-names\tto-names\tnote\nkaf\t<vowels>\tU+0643\t\t\t"
                 "ARABIC LETTER KAF\t\t\n"),
      "normalize-mappings.tsv:3: no class or set is called vowels");
}

TEST_F(NormalizeData, WithAMalformedSymbolStopsTheBuild) {
  const std::string kaf = "\tARABIC LETTER KAF\t\t";
  EXPECT_EQ(mapping_error("kaf\t<vowels>\tU+0643\t\t" + kaf), "no class or set is called vowels");
  EXPECT_EQ(mapping_error("kaf\t<!>\tU+0643\t\t" + kaf), "an empty set: <!>");
  EXPECT_EQ(mapping_error("kaf\tU+06GA\tU+0643\t\t" + kaf), "not a code point: U+06GA");
  EXPECT_EQ(mapping_error("kaf\t\tU+0643\tvowel\t" + kaf), "not a code point: vowel");
  EXPECT_EQ(mapping_error("kaf\tU+0627|\xDA\xA9\tU+0643\t\t" + kaf), "not a code point: \xDA\xA9");
  EXPECT_EQ(mapping_error("kaf\t<vowel>\tU+0643\t\tU+64\tARABIC LETTER KAF\t\t"), "not a code point: U+64");
  EXPECT_EQ(mapping_error("kaf\t\tU+0643|U+06AA\t\t\t\t\t"), "not a code point: U+0643|U+06AA");
  EXPECT_EQ(mapping_error("kaf\t\t\t\tU+06A9\t\tARABIC LETTER KEHEH\t"), "not a code point: ");
}

TEST_F(NormalizeData, WithAMalformedRangeOrTableStopsTheBuild) {
  EXPECT_EQ(mapping_error("kaf\t\tU+0669..U+0660\t\t\t\t\t"), "not a range: U+0669..U+0660");
  EXPECT_EQ(mapping_error("kaf\t\tU+0660..U+0669\t\tU+0030..U+0038\t\t\t"), "ranges of different length");
  EXPECT_EQ(mapping_error("kaf\t<vowel>\tU+0660..U+0669\t\t\t\t\t"), "a range has no context");
  EXPECT_EQ(mapping_error("kaf\t\t<ascii-digits>\t\tU+0660..U+0668\t\t\t"), "not ten digits");
  EXPECT_EQ(mapping_error("kaf\t\t<look-alikes:qaf>\t\t\t\t\t"), "no group of look-alikes is called qaf");
  EXPECT_EQ(mapping_error("kaf\t\t<invisible>\t\t\t\t\t"), "no table is called invisible");
  EXPECT_EQ(mapping_error("bullets\t<any>\t<bullets:inside>\t\t\t\t\t"), "no bullet is for inside");
}

TEST_F(NormalizeData, WithAWrongNameStopsTheBuild) {
  EXPECT_EQ(mapping_error("qaf\t\tU+0643\t\t\tARABIC LETTER KAF\t\t"), "no such rule in normalize-rules.tsv");
  EXPECT_EQ(mapping_error("kaf\t\tU+0643\t\t\tARABIC LETTER QAF\t\t"),
            "U+0643 is ARABIC LETTER KAF, not ARABIC LETTER QAF");
  EXPECT_EQ(mapping_error("<vowel>\t\tU+0627\t\t\t\t\t"), "vowel is the name of a class");
  EXPECT_EQ(mapping_error("<heh>\t\tU+0647\t\t\t\t\t"), "a second set of this name");
  EXPECT_EQ(error_after("normalize-mappings.tsv", "<isolate>\t\t", "<isolates>\t\t"),
            "no class or set is called isolate");
  EXPECT_EQ(error_after("normalize-rules.tsv", "kaf\tstandard\t", "kaf\tstandards\t"), "no such profile");
}

TEST_F(NormalizeData, WithAnUnknownLetterStopsTheBuild) {
  EXPECT_EQ(error_after("final-waw.tsv", "source\n", "source\nئێشكەو\t\t\ttest\n"),
            "U+0643 ARABIC LETTER KAF is neither in alphabet.tsv nor in characters.tsv");
  EXPECT_EQ(error_after("vowel-marks.tsv", "U+0648 U+064E\tU+06C6\tARABIC LETTER WAW + ARABIC FATHA\tARABIC LETTER OE",
                        "U+0648 U+064E\tU+06C7\tARABIC LETTER WAW + ARABIC FATHA\tARABIC LETTER U"),
            "U+06C7 ARABIC LETTER U is neither in alphabet.tsv nor in characters.tsv");
}

TEST_F(NormalizeData, WithAWrongFontStopsTheBuild) {
  EXPECT_EQ(font_error("ali-k\t\tU+0640*\t\tARABIC TATWEEL\t\t\ttest"), "the first symbol can be missing");
  EXPECT_EQ(
      font_error("ali-k\t\tU+0644 U+0640* U+0640\t\tARABIC LETTER LAM + ARABIC TATWEEL + ARABIC TATWEEL\t\t\ttest"),
      "a repeated symbol takes what the next needs");
  EXPECT_EQ(font_error("ali-k\t<vowel> <vowel>\tU+0644\t\tARABIC LETTER LAM\t\t\ttest"), "a context is one symbol");
  EXPECT_EQ(font_error("ali-k\t<letter>\tU+0644\t\tARABIC LETTER LAM\t\t\ttest"), "no class or set is called letter");
  EXPECT_EQ(font_error("ali-k\t\tU+0644\t\tARABIC LETTER LAM\t\t\t"), "a row needs a source");
  EXPECT_EQ(font_error("zarnegar\t\tU+0644\t\tARABIC LETTER LAM\t\t\ttest"), "not beside the other rows of the font");
}

}  // namespace
}  // namespace tablegen
