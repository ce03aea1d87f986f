// What a slip in the data files of the letters does to the build: it stops with the file and the line.

#include <gtest/gtest.h>

#include "commands/commands.hpp"
#include "tablegen/data_fixture.hpp"

namespace tablegen {
namespace {

class ScriptData : public sorani::test::TablegenData {
 protected:
  ScriptData() : TablegenData(script_command, {"alphabet.tsv", "characters.tsv", "look-alikes.tsv", "line-cuts.tsv"}) {}
};

TEST_F(ScriptData, IsRight) { EXPECT_NO_THROW(run()); }

TEST_F(ScriptData, WithAWrongLetterStopsTheBuild) {
  EXPECT_EQ(error_after("alphabet.tsv", "U+06A9\tک", "U+06A9\tك"), "ك is not U+06A9");
  EXPECT_EQ(error_after("alphabet.tsv", "U+06A9\tک", "U+0643\tك"),
            "U+0643 is ARABIC LETTER KAF, not ARABIC LETTER KEHEH");
  EXPECT_EQ(error_after("alphabet.tsv", "U+06A9\tک", "ک\tک"), "write the code point as U+06A9");
  EXPECT_EQ(error_after("alphabet.tsv", "LETTER AE\tvowel", "LETTER AE\tletter"), "no class is called letter");
  EXPECT_EQ(error_after("alphabet.tsv", "LETTER AE\tvowel", "LETTER AE\tdigit"), "not a kind of letter: digit");
  EXPECT_EQ(error_after("alphabet.tsv", "LETTER AE\tvowel\tright", "LETTER AE\tvowel\tdual"),
            "Unicode has another joining type");
  EXPECT_EQ(error_after("alphabet.tsv", "U+067E\tپ\tARABIC LETTER PEH", "U+0628\tب\tARABIC LETTER BEH"),
            "second row for ب");
}

TEST_F(ScriptData, WithAWrongCharacterStopsTheBuild) {
  EXPECT_EQ(error_after("characters.tsv", "ARABIC COMMA\tpunctuation", "ARABIC COMMA\tdigit"),
            "Unicode does not put ARABIC COMMA into class digit");
  EXPECT_EQ(error_after("characters.tsv", "ARABIC COMMA\tpunctuation\tcomma", "ARABIC COMMA\tpunctuation\t"),
            "no source");
  EXPECT_EQ(error_after("characters.tsv", "ARABIC TATWEEL\ttatweel", "ARABIC TATWEEL\tother-letter-"),
            "no class is called other-letter-");
  EXPECT_EQ(error_after("characters.tsv", "U+060C\t،\tARABIC COMMA", "U+0021\t!\tEXCLAMATION MARK"),
            "not in the order of code points");
  EXPECT_EQ(error_after("characters.tsv", "ARABIC COMMA\tpunctuation", "ARABIC COMMA\t"),
            "Unicode puts ARABIC COMMA into a class");
  EXPECT_EQ(error_after("characters.tsv", "U+0640\tـ\tARABIC TATWEEL\ttatweel",
                        "U+0647\tه\tARABIC LETTER HEH\tarabic-letter"),
            "second row for ARABIC LETTER HEH");
}

TEST_F(ScriptData, WithAWrongLineCutStopsTheBuild) {
  EXPECT_EQ(error_after("line-cuts.tsv", "letter\tU+06BE\tھ\tARABIC LETTER HEH DOACHASHMEE",
                        "letter\tU+0640\tـ\tARABIC TATWEEL"),
            "no Arabic letter");
  EXPECT_EQ(error_after("line-cuts.tsv", "letter\tU+06BE\tھ\tARABIC LETTER HEH DOACHASHMEE",
                        "letter\tU+0647\tه\tARABIC LETTER HEH"),
            "not in the order of code points");
  EXPECT_EQ(error_after("line-cuts.tsv", "enclitic\tU+0065\te\tLATIN SMALL LETTER E",
                        "enclitic\tU+0045\tE\tLATIN CAPITAL LETTER E"),
            "no small ASCII letter");
}

TEST_F(ScriptData, WithAWrongLookAlikeStopsTheBuild) {
  EXPECT_EQ(error_after("look-alikes.tsv", "\tک\tARABIC LETTER KEHEH\t", "\tك\tARABIC LETTER KAF\t"),
            "U+0643 is not a letter of the alphabet");
  EXPECT_EQ(error_after("look-alikes.tsv", "\tک\tARABIC LETTER KEHEH\t", "\tک\tARABIC LETTER KAF\t"),
            "U+06A9 is ARABIC LETTER KEHEH, not ARABIC LETTER KAF");
  EXPECT_EQ(error_after("look-alikes.tsv", "kaf\tU+0643\tك\tARABIC LETTER KAF", "kaf\tU+06A9\tک\tARABIC LETTER KEHEH"),
            "ک is a letter of the alphabet");
  EXPECT_EQ(error_after("look-alikes.tsv", "kaf\tU+0643", "\tU+0643"), "no group");
  EXPECT_EQ(error_after("look-alikes.tsv", "U+064A\tي\tARABIC LETTER YEH", "U+0649\tى\tARABIC LETTER ALEF MAKSURA"),
            "not in the order of code points");
}

}  // namespace
}  // namespace tablegen
