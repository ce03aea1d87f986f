// What a slip in the data files of the tokenizer does to the build: it stops with the file and the line.

#include <gtest/gtest.h>

#include "commands/commands.hpp"
#include "tablegen/data_fixture.hpp"

namespace tablegen {
namespace {

class TokenizeData : public sorani::test::TablegenData {
 protected:
  TokenizeData()
      : TablegenData(tokenize_command, {"alphabet.tsv", "characters.tsv", "token-characters.tsv", "abbreviations.tsv",
                                        "sentence-words.tsv"}) {}
};

TEST_F(TokenizeData, IsRight) { EXPECT_NO_THROW(run()); }

TEST_F(TokenizeData, WithAWrongCharacterStopsTheBuild) {
  EXPECT_EQ(error_after("token-characters.tsv", "U+060C\t،", "U+060C\t؛"), "؛ is not U+060C");
  EXPECT_EQ(error_after("token-characters.tsv", "ARABIC COMMA\tpunctuation", "ARABIC COMMA\tword"),
            "no such kind: word");
  EXPECT_EQ(error_after("token-characters.tsv", "end full-stop", "ends full-stop"), "unknown: ends");
  EXPECT_EQ(
      error_after("token-characters.tsv", "ARABIC COMMA\tpunctuation\t\tleft", "ARABIC COMMA\tpunctuation\t\ttoggle"),
      "only what opens and closes can toggle");
  EXPECT_EQ(error_after("token-characters.tsv", "U+060C\t،\tARABIC COMMA", "U+0041\tA\tLATIN CAPITAL LETTER A"),
            "not in the order of code points");
}

TEST_F(TokenizeData, WithAWrongListStopsTheBuild) {
  EXPECT_EQ(error_after("abbreviations.tsv", "هتد\tword", "هتد\tverb"), "no such kind: verb");
  EXPECT_EQ(error_after("abbreviations.tsv", "هتد\tword", "آتد\tword"), "not in the order of bytes");
  EXPECT_EQ(error_after("abbreviations.tsv", "هتد\tword", "هتدددد\tword"), "longer than the tokenizer looks back");
  EXPECT_EQ(error_after("abbreviations.tsv", "هتد\tword", "هتك\tword"),
            "U+0643 ARABIC LETTER KAF is neither in alphabet.tsv nor in characters.tsv");
  EXPECT_EQ(error_after("sentence-words.tsv", "\tsaying\t", "\tsinging\t"), "no such role: singing");
  EXPECT_EQ(error_after("sentence-words.tsv", "هتد\tand-so-on", "آتد\tand-so-on"), "not in the order of bytes");
}

}  // namespace
}  // namespace tablegen
