// What a slip in the tables of restoring does to the build: it stops with the file and the line.

#include <gtest/gtest.h>

#include <string>

#include "commands/commands.hpp"
#include "tablegen/data_fixture.hpp"

namespace tablegen {
namespace {

class RestoreData : public sorani::test::TablegenData {
 protected:
  RestoreData()
      : TablegenData(restore_command, {"alphabet.tsv", "g2p-letters.tsv", "keyboard-confusions.tsv",
                                       "restore-letters.tsv", "restore-pairs.tsv", "restore-words.tsv"}) {}
};

TEST_F(RestoreData, WithAWrongConfusionStopsTheBuild) {
  const auto error = [&](const std::string& rows) {
    return error_with("keyboard-confusions.tsv", "letters\ttyped\tarabic\tpersian\tsource\n" + rows);
  };
  EXPECT_EQ(error("ب\tب\t0\t5\tx\n"), "keyboard-confusions.tsv:2: not a number from 1 to 1000: 0");
  EXPECT_EQ(error("ب\tب\t5\tmany\tx\n"), "keyboard-confusions.tsv:2: not a number: many");
  EXPECT_EQ(error("ط\tط\t5\t5\tx\n"), "keyboard-confusions.tsv:2: not a letter of alphabet.tsv: U+0637");
  EXPECT_EQ(error("ب\tب\t5\t5\t\n"), "keyboard-confusions.tsv:2: no source");
  EXPECT_EQ(error("ب\tببب\t5\t5\tx\n"), "keyboard-confusions.tsv:2: too many letters");
  EXPECT_EQ(error("پ\tب\t5\t5\tx\nب\tب\t5\t5\tx\n"), "keyboard-confusions.tsv:3: not in the order of bytes");
}

TEST_F(RestoreData, WithAWrongLetterStopsTheBuild) {
  const auto error = [&](const std::string& rows) {
    return error_with("restore-letters.tsv", "letter\tread-as\tkeyboard\tsource\n" + rows);
  };
  EXPECT_EQ(error("ب\tب\t-\t\n"), "restore-letters.tsv:2: no source");
  EXPECT_EQ(error("ب\tب\tkurdish\tx\n"), "restore-letters.tsv:2: no such keyboard: kurdish");
  EXPECT_EQ(error("ت\tت\t-\tx\nب\tب\t-\tx\n"), "restore-letters.tsv:3: not in the order of code points");
}

TEST_F(RestoreData, WithAWrongWordStopsTheBuild) {
  const auto error = [&](const std::string& rows) { return error_with("restore-words.tsv", "start\twords\n" + rows); };
  EXPECT_EQ(error("ba\tr5 x\n"), "restore-words.tsv:2: not a number: ");
  EXPECT_EQ(error("ba\tr-5\n"), "restore-words.tsv:2: not a count: -5");
  EXPECT_EQ(error("ba\t*5\n"), "restore-words.tsv:2: not a symbol of g2p-letters.tsv: '*'");
  EXPECT_EQ(error("ba\tran5 r5\n"), "restore-words.tsv:2: not in the order of the alphabet");
}

TEST_F(RestoreData, WithAWrongPairStopsTheBuild) {
  const auto error = [&](const std::string& rows) {
    return error_with("restore-pairs.tsv", "word\tothers\tfollowers\n" + rows);
  };
  EXPECT_EQ(error("bar\t-1\tdar5\n"), "restore-pairs.tsv:2: not a cost: -1");
  EXPECT_EQ(error("xxxxxxxx\t1\tdar5\n"), "restore-pairs.tsv: a pair of unknown words");
}

}  // namespace
}  // namespace tablegen
