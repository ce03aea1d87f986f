#include "code_points.hpp"

#include <gtest/gtest.h>

#include "support/expect_error.hpp"
#include "support/temporary_directory.hpp"

namespace tablegen {
namespace {

using sorani::test::tablegen_error;
using sorani::test::TemporaryDirectory;

/// A one-row file with the columns text and name.
class OneRow {
 public:
  explicit OneRow(std::string_view text, std::string_view name = "")
      : path_(directory_.write("a.tsv", "text\tname\n" + std::string(text) + '\t' + std::string(name) + '\n')),
        file_(path_, {"text", "name"}) {}

  const TsvRow& row() const { return file_.rows().front(); }

  /// The message, without the path.
  template <typename Call>
  std::string error(Call call) const {
    return tablegen_error([&] { call(row()); }).substr(path_.string().size());
  }

 private:
  TemporaryDirectory directory_;
  std::filesystem::path path_;
  TsvFile file_;
};

std::u32string text_of(std::string_view field) { return text_field(OneRow(field).row(), "text"); }

std::string error_of(std::string_view field) {
  return OneRow(field).error([](const TsvRow& row) { text_field(row, "text"); });
}

TEST(CodePoints, AreReadInNotationAndAsThemselves) {
  EXPECT_EQ(text_of("U+0643"), U"\u0643");
  EXPECT_EQ(text_of("U+0648 U+064E"), U"\u0648\u064E");
  EXPECT_EQ(text_of("U+1F600"), U"\U0001F600");
  EXPECT_EQ(text_of("وو"), U"\u0648\u0648");
  EXPECT_EQ(text_of("a b"), U"a b");
}

TEST(CodePoints, InBadNotationAreErrors) {
  for (const std::string_view bad :
       {"U+", "U+64", "U+0643 ", "U+0643  U+0644", "U+0643,U+0644", "U+0643ك", "U+D800", "U+110000", "U+0000643"}) {
    EXPECT_EQ(error_of(bad), ":2: not code points: " + std::string(bad));
  }
  EXPECT_EQ(error_of(""), ":2: nothing in column text");
}

TEST(CodePoints, SingleOnesAreChecked) {
  EXPECT_EQ(code_point_field(OneRow("ك").row(), "text"), U'\u0643');
  EXPECT_EQ(OneRow("وو").error([](const TsvRow& row) { code_point_field(row, "text"); }), ":2: not one character: وو");
}

TEST(CharacterNames, AreThoseOfUnicode) {
  EXPECT_EQ(character_name(0x0643), "ARABIC LETTER KAF");
  EXPECT_EQ(character_name(0x000A), "<control-000A>");
  EXPECT_EQ(character_name(0xF0B7), "<private use area-F0B7>");
  EXPECT_EQ(character_names(U"\u0648\u064E"), "ARABIC LETTER WAW + ARABIC FATHA");
  EXPECT_EQ(notation(0x643), "U+0643");
  EXPECT_EQ(notation(0x1F600), "U+1F600");
}

TEST(CharacterNames, ThatDisagreeAreErrors) {
  const auto check = [](const TsvRow& row) { check_names(row, "name", text_field(row, "text")); };
  check(OneRow("U+0643", "ARABIC LETTER KAF").row());
  EXPECT_EQ(OneRow("U+06A9", "ARABIC LETTER KAF").error(check),
            ":2: U+06A9 is ARABIC LETTER KEHEH, not ARABIC LETTER KAF");
  EXPECT_EQ(OneRow("U+0648 U+064E", "ARABIC LETTER WAW").error(check),
            ":2: U+0648 U+064E is ARABIC LETTER WAW + ARABIC FATHA, not ARABIC LETTER WAW");
}

}  // namespace
}  // namespace tablegen
