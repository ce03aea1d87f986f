// What a disagreement between the tables of letters and sounds does to the build: it stops with the file and the line.

#include <gtest/gtest.h>

#include <string_view>

#include "commands/commands.hpp"
#include "tablegen/data_fixture.hpp"

namespace tablegen {
namespace {

class G2pData : public sorani::test::TablegenData {
 protected:
  G2pData()
      : TablegenData(g2p_command,
                     {"alphabet.tsv", "g2p-letters.tsv", "g2p-weights.tsv", "lexicon.tsv", "phonemes.tsv"}) {}
};

class CharactersData : public sorani::test::TablegenData {
 protected:
  CharactersData() : TablegenData(characters_command, {"alphabet.tsv", "characters.tsv"}) {}
};

class PhonemesData : public sorani::test::TablegenData {
 protected:
  PhonemesData() : TablegenData(phonemes_command, {"phonemes.tsv"}) {}
};

TEST_F(G2pData, IsRight) { EXPECT_NO_THROW(run()); }
TEST_F(CharactersData, AreRight) { EXPECT_NO_THROW(run()); }
TEST_F(PhonemesData, AreRight) { EXPECT_NO_THROW(run()); }

TEST_F(G2pData, WithADisagreementStopsTheBuild) {
  EXPECT_EQ(error_after("g2p-letters.tsv", "ا\ta\tvowel", "ا\ta\tstop"),
            "alphabet.tsv has another kind of letter than stop");
  EXPECT_EQ(error_after("g2p-letters.tsv", "ب\tb\tstop", "ب\tb\tvowel"),
            "alphabet.tsv has another kind of letter than vowel");
  EXPECT_EQ(error_after("g2p-letters.tsv", "و\tw\twaw", "و\tw\tliquid"),
            "alphabet.tsv has another kind of letter than liquid");
  EXPECT_EQ(error_after("g2p-letters.tsv", "ب\tb", "ب\ta"), "a second such symbol");
  constexpr std::string_view kDisagree = "alphabet.tsv and phonemes.tsv disagree on whether this is a vowel";
  EXPECT_EQ(error_after("phonemes.tsv", "b\tb\tب\tARABIC LETTER BEH\tconsonant", "b\tb\tب\tARABIC LETTER BEH\tvowel"),
            kDisagree);
  EXPECT_EQ(error_after("phonemes.tsv", "b\tb\tب\tARABIC LETTER BEH", "b\tb\tپ\tARABIC LETTER PEH"), kDisagree);
  EXPECT_EQ(error_after("phonemes.tsv", "p\tp\tپ\tARABIC LETTER PEH", "p\tp\tب\tARABIC LETTER BEH"),
            "two consonants in phonemes.tsv");
}

TEST_F(CharactersData, WithACharacterTwiceStopTheBuild) {
  EXPECT_EQ(error_after("characters.tsv", "U+00AB\t«\tLEFT-POINTING DOUBLE ANGLE QUOTATION MARK",
                        "U+0628\tب\tARABIC LETTER BEH"),
            "second row for ARABIC LETTER BEH");
}

TEST_F(PhonemesData, WithASoundTwiceStopTheBuild) {
  EXPECT_EQ(error_after("phonemes.tsv", "b\tb\t", "a\tb\t"), "second row for a");
}

}  // namespace
}  // namespace tablegen
