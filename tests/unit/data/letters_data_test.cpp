// Lints alphabet.tsv, characters.tsv and look-alikes.tsv, beyond what stops the build.

#include <gtest/gtest.h>
#include <unicode/uchar.h>

#include <filesystem>
#include <set>
#include <string>

#include "code_points.hpp"
#include "script/class_names.hpp"
#include "script/script.hpp"
#include "support/hex.hpp"
#include "tsv.hpp"

namespace sorani::script {
namespace {

using tablegen::code_point_field;
using tablegen::text_field;
using tablegen::TsvFile;
using tablegen::TsvRow;
using test::hex;

class LettersData : public testing::Test {
 protected:
  const std::filesystem::path data_ = SORANI_DATA_DIR;
  const TsvFile alphabet_{data_ / "alphabet.tsv", {"code-point", "letter", "name", "kind", "joining", "source"}};
  const TsvFile characters_{data_ / "characters.tsv", {"code-point", "char", "name", "class", "source"}};
  const TsvFile look_alikes_{data_ / "look-alikes.tsv",
                             {"group", "code-point", "char", "name", "letters", "letter-names", "source"}};
};

TEST_F(LettersData, NamesNoCharacterTwice) {
  std::set<char32_t> seen;
  for (const TsvFile* const file : {&alphabet_, &characters_, &look_alikes_}) {
    for (const TsvRow& row : file->rows()) {
      const char32_t c = code_point_field(row, "code-point");
      EXPECT_TRUE(seen.insert(c).second) << hex(c);
    }
  }
}

TEST_F(LettersData, IsSortedByCodePoint) {
  for (const TsvFile* const file : {&characters_, &look_alikes_}) {
    char32_t previous = 0;
    for (const TsvRow& row : file->rows()) {
      const char32_t c = code_point_field(row, "code-point");
      EXPECT_GT(c, previous) << hex(c);
      previous = c;
    }
  }
}

TEST_F(LettersData, AgreesWithUnicodeOnJoining) {
  for (const TsvRow& row : alphabet_.rows()) {
    const char32_t c = code_point_field(row, "code-point");
    const int joining = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_JOINING_TYPE);
    EXPECT_EQ(joining, row["joining"] == "dual" ? U_JT_DUAL_JOINING : U_JT_RIGHT_JOINING) << row["letter"];
  }
}

TEST_F(LettersData, IsAllInTheTables) {
  for (const TsvRow& row : alphabet_.rows()) {
    EXPECT_TRUE(is(code_point_field(row, "code-point"), class_by_name(row["kind"]))) << row["letter"];
    EXPECT_TRUE(is(code_point_field(row, "code-point"), kSoraniLetter)) << row["letter"];
  }
  EXPECT_EQ(alphabet().size(), alphabet_.rows().size());
  for (const TsvRow& row : characters_.rows()) {
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

TEST_F(LettersData, LeadsEachLookAlikeToLettersThatStay) {
  std::set<char32_t> replaced;
  for (const TsvRow& row : look_alikes_.rows()) replaced.insert(code_point_field(row, "code-point"));
  for (const TsvRow& row : look_alikes_.rows()) {
    for (const char32_t letter : text_field(row, "letters")) {
      EXPECT_FALSE(replaced.contains(letter)) << row["char"] << " leads on to " << hex(letter);
    }
  }
}

}  // namespace
}  // namespace sorani::script
