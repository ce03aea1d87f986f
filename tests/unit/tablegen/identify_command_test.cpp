// What a slip in the tables of the language identifier does to the build: it stops with the file and the line.

#include <gtest/gtest.h>

#include <string>

#include "commands/commands.hpp"
#include "tablegen/data_fixture.hpp"

namespace tablegen {
namespace {

class IdentifyData : public sorani::test::TablegenData {
 protected:
  IdentifyData() : TablegenData(identify_command, {"identify-letters.tsv", "identify-weights.tsv"}) {}
};

TEST_F(IdentifyData, IsRight) { EXPECT_NO_THROW(run()); }

TEST_F(IdentifyData, WithAWrongLetterStopsTheBuild) {
  const auto error = [&](const std::string& rows) {
    return error_with("identify-letters.tsv", "code-point\tchar\tname\tletter\tletter-name\tsource\n" + rows);
  };
  const std::string kaf = "U+0643\tك\tARABIC LETTER KAF\tک\tARABIC LETTER KEHEH\t";
  EXPECT_EQ(error(kaf + "x\n" + kaf + "x\n"), "identify-letters.tsv:3: not in the order of code points");
  EXPECT_EQ(error(kaf + "\n"), "identify-letters.tsv:2: no source");
  EXPECT_EQ(error("U+0643\tک\tARABIC LETTER KAF\tک\tARABIC LETTER KEHEH\tx\n"),
            "identify-letters.tsv:2: code-point and char disagree");
}

TEST_F(IdentifyData, WithWrongWeightsStopsTheBuild) {
  const auto error = [&](const std::string& rows) {
    return error_with("identify-weights.tsv", "feature\tweights\n" + rows);
  };
  EXPECT_EQ(error("a\tOOO\n"), "identify-weights.tsv:2: malformed weights");
  EXPECT_EQ(error("ab\tOOOOOOOOOOOOOOOO\n"), "identify-weights.tsv: an n-gram without its part after the first letter");
  EXPECT_EQ(error("=bias\t0 0\n"), "identify-weights.tsv:2: not as many numbers as languages");
  EXPECT_EQ(error("a\tOOOOOOOOOOOOOOOO\n=size\t3\n"), "identify-weights.tsv:3: malformed weights");
}

}  // namespace
}  // namespace tablegen
