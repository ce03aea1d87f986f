// What a slip in the data files of transliteration does to the build: it stops with the file and the line.

#include <gtest/gtest.h>

#include "commands/commands.hpp"
#include "tablegen/data_fixture.hpp"
#include "transliterate/unique_decoding.hpp"

namespace tablegen {
namespace {

class TransliterateData : public sorani::test::TablegenData {
 protected:
  TransliterateData()
      : TablegenData(transliterate_command, {"alphabet.tsv", "phonemes.tsv", "schemes.tsv", "latin-spellings.tsv",
                                             "line-cuts.tsv", "transliterate-signs.tsv", "attached-signs.tsv",
                                             "foreign-letters.tsv", "arabic-names.tsv", "schemes"}) {}
};

TEST_F(TransliterateData, IsRight) { EXPECT_NO_THROW(run()); }

TEST_F(TransliterateData, WithAWrongSoundStopsTheBuild) {
  EXPECT_EQ(error_after("phonemes.tsv", "a\ta\tا\tARABIC LETTER ALEF\tvowel", "a\ta\tا\tARABIC LETTER ALEF\tglide"),
            "neither vowel nor consonant: glide");
  EXPECT_EQ(error_after("phonemes.tsv", "b\tb\tب", "b\ta\tب"), "second row for a");
  EXPECT_EQ(error_after("phonemes.tsv", "ب\tARABIC LETTER BEH", "پ\tARABIC LETTER BEH"),
            "U+067E is ARABIC LETTER PEH, not ARABIC LETTER BEH");
}

TEST_F(TransliterateData, WithAnIncompleteSchemeStopsTheBuild) {
  EXPECT_EQ(error_after("schemes/hawar.tsv", "sound\tř\t\t\tř", "sound\tr\tn\t\tř"),
            "comes after the row for everywhere");
  EXPECT_EQ(error_after("schemes/hawar.tsv", "sound\tř\t\t\tř", "sound\tř\tvowel\t\tř"),
            "the scheme has no image for ř");
  EXPECT_EQ(error_after("schemes/hawar.tsv", "sound\tř\t\t\tř", "sound\tř\t\t\t"), "nothing is written for the sound");
  EXPECT_EQ(error_after("schemes/hawar.tsv", "sound\tř\t", "sound\tR\t"), "no such sound: R");
  EXPECT_EQ(error_after("schemes/hawar.tsv", "sound\tř\t", "letter\tř\t"), "no such kind: letter");
  EXPECT_EQ(error_after("schemes.tsv", "hawar\tyes", "hawar\tsome"), "capitals are yes or no");
  EXPECT_EQ(error_after("schemes.tsv", "wergor\tyes", "# wergor\tyes").substr(0, 11), "no row for ");
}

TEST_F(TransliterateData, WithAnAmbiguousSchemeStopsTheBuild) {
  EXPECT_EQ(error_after("schemes/phonemic.tsv", "sound\tř\t\t\tř", "sound\tř\t\t\tr"), "two sounds are r");
  EXPECT_EQ(error_after("schemes/phonemic.tsv", "sound\tř\t\t\tř", "sound\tř\t\t\trr"),
            "some texts can be read in two ways");
  EXPECT_EQ(error_after("schemes/strict.tsv", "sound\tř\t\t\tř", "sound\tř\t\t\tr̃"), "not one character: r̃");
  EXPECT_EQ(error_after("schemes/strict.tsv", "sound\tř\t\t\tř", "sound\tř\t\t\t{"), "stands for itself: {");
}

TEST_F(TransliterateData, WithAWrongListStopsTheBuild) {
  EXPECT_EQ(error_after("latin-spellings.tsv", "letter\tsh\t\t\tş ç\t\tş", "letter\tsh\t\t\tş ç\t\tsch"),
            "no such sound: sch");
  EXPECT_EQ(error_after("latin-spellings.tsv", "letter\tsh\t\t\tş ç", "letter\tsh\t\t\tşç"),
            "not single characters beyond ASCII: şç");
  EXPECT_EQ(error_after("latin-spellings.tsv", "letter\tsh\t", "letter\tSh\t"), "not in lower case: Sh");
  EXPECT_EQ(error_after("latin-spellings.tsv", "letter\tsh\t", "letter\tch\t"), "second row for the same");
  EXPECT_EQ(error_after("latin-spellings.tsv", "enclitic\tye\t", "enclitic\tse\t"), "a line may be cut before se");
  EXPECT_EQ(error_after("latin-spellings.tsv", "suffix\tem\t\t\t\t\t1", "suffix\tem\t\t\t\t\t0"),
            "not a number from 1 to 9: 0");
  EXPECT_EQ(error_after("latin-spellings.tsv", "apart\tî", "away\tî"), "no such kind: away");
  EXPECT_EQ(error_after("transliterate-signs.tsv", "U+060C\t،", "U+060C\t؛"), "؛ is not U+060C");
  EXPECT_EQ(error_after("transliterate-signs.tsv", "\t,\tyes", "\t;\tyes"), "a second sign for ;");
  EXPECT_EQ(error_after("foreign-letters.tsv", "U+0622\tARABIC LETTER ALEF WITH MADDA ABOVE\t\t\tئا",
                        "U+0622\tARABIC LETTER ALEF WITH MADDA ABOVE\t\t\tآ"),
            "U+0622 is no letter of the alphabet");
  EXPECT_EQ(error_after("foreign-letters.tsv", "U+0622\tARABIC LETTER ALEF WITH MADDA ABOVE\t\t",
                        "U+0622\tARABIC LETTER ALEF WITH MADDA ABOVE\tedge\t"),
            "the rows before do not fit everywhere");
  EXPECT_EQ(error_after("arabic-names.tsv", "محمد\tمحە", "محمد\tمحة"), "U+0629 is no letter of the alphabet");
  EXPECT_EQ(error_after("arabic-names.tsv", "محمود\t", "احمد\t"), "not in the order of bytes");
  EXPECT_EQ(error_after("arabic-names.tsv", "fold\tأ", "folds\tأ"), "no such kind: folds");
  EXPECT_EQ(error_after("attached-signs.tsv", "yes\tno", "yes\tperhaps"), "perhaps is neither yes nor no");
  EXPECT_EQ(error_after("attached-signs.tsv", "U+002E\t.", "U+002E\t,"), ", is not U+002E");
  EXPECT_EQ(error_after("foreign-letters.tsv", "U+0621\tARABIC LETTER HAMZA\t", "U+0628\tARABIC LETTER BEH\t"),
            "only letters of the alphabet");
  EXPECT_EQ(error_after("latin-spellings.tsv", "letter\ta\t",
                        "letter\tah\t\t\tþ\t\ta\tmade up\nletter\teh\t\t\tð\t\te\tmade up\nletter\ta\t"),
            "too many sets of characters");
}

TEST(UniqueDecoding, IsDecided) {
  EXPECT_TRUE(is_uniquely_decodable({"a", "b", "ab_"}));
  EXPECT_TRUE(is_uniquely_decodable({"t", "t͡ʃ", "ʃ"}));
  EXPECT_FALSE(is_uniquely_decodable({"a", "b", "ab"}));
  EXPECT_FALSE(is_uniquely_decodable({"s", "h", "sh"}));
  // Told apart only after any number of letters.
  EXPECT_TRUE(is_uniquely_decodable({"1", "10", "00"}));
  EXPECT_FALSE(is_uniquely_decodable({"car", "ca", "rd", "card"}));
  EXPECT_FALSE(is_uniquely_decodable({"1", "011", "01110", "1110", "10011"}));
}

}  // namespace
}  // namespace tablegen
