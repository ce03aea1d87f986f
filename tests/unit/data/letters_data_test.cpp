// What alphabet.tsv, characters.tsv and look-alikes.tsv say is in the tables. What stops the build is in
// tablegen/script_command_test.cpp.

#include <gtest/gtest.h>

#include <filesystem>

#include "code_points.hpp"
#include "script/characters.hpp"
#include "script/class_names.hpp"
#include "script/script.hpp"
#include "tsv.hpp"

namespace sorani::script {
namespace {

using tablegen::code_point_field;
using tablegen::text_field;
using tablegen::TsvFile;
using tablegen::TsvRow;

class LettersData : public testing::Test {
 protected:
  const std::filesystem::path data_ = SORANI_DATA_DIR;
  const TsvFile alphabet_{data_ / "alphabet.tsv", {"code-point", "letter", "name", "kind", "joining", "source"}};
  const TsvFile characters_{data_ / "characters.tsv", {"code-point", "char", "name", "class", "source"}};
  const TsvFile look_alikes_{data_ / "look-alikes.tsv",
                             {"group", "code-point", "char", "name", "letters", "letter-names", "source"}};
};

TEST_F(LettersData, IsAllInTheTables) {
  for (const TsvRow& row : alphabet_.rows()) {
    EXPECT_TRUE(is(code_point_field(row, "code-point"), class_by_name(row["kind"]))) << row["letter"];
    EXPECT_TRUE(is(code_point_field(row, "code-point"), kSoraniLetter)) << row["letter"];
  }
  EXPECT_EQ(alphabet().size(), alphabet_.rows().size());
  for (const TsvRow& row : characters_.rows()) {
    if (row["class"].empty()) continue;
    EXPECT_TRUE(is(code_point_field(row, "code-point"), class_by_name(row["class"]))) << row["name"];
  }
  ASSERT_EQ(look_alikes().size(), look_alikes_.rows().size());
  std::size_t i = 0;
  for (const TsvRow& row : look_alikes_.rows()) {
    EXPECT_EQ(look_alikes()[i].value, code_point_field(row, "code-point"));
    EXPECT_EQ(look_alikes()[i].letter, text_field(row, "letters"));
    EXPECT_EQ(look_alikes()[i].group, row["group"]);
    ++i;
  }
}

TEST(Letters, HaveConstants) {
  EXPECT_EQ(character::kHeh.value, U'\u0647');
  EXPECT_EQ(character::kFarsiYeh.value, U'\u06CC');
  EXPECT_EQ(character::kLamWithSmallV.value, U'\u06B5');
  EXPECT_EQ(character::kArabicTatweel.value, U'\u0640');
  EXPECT_EQ(character::kZeroWidthNonJoiner.value, U'\u200C');
  EXPECT_EQ(character::kVariationSelector16.value, U'\uFE0F');
}

}  // namespace
}  // namespace sorani::script
