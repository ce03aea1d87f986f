#include "common/cli/arguments.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "common/cli/command_line.hpp"

namespace ku {
namespace {

using Arguments = std::vector<std::string>;

Arguments rewritten(Arguments arguments) {
  CommandLine line("ku-test", "Tests.");
  bool flag = false;
  line.add_flag("-q,--quiet", flag, "be quiet");
  line.add_value(
      "-o,--output", "FILE", [](const std::string&) {}, "write to FILE");
  line.add_optional_value(
      "-i,--in-place", "SUFFIX", [](const std::string&) {}, "rewrite");
  return normalize_optional_values(std::move(arguments), line.options());
}

TEST(WithOptionalValues, MarksValues) {
  for (const std::string form : {"-i.bak", "-i=.bak", "--in-place=.bak"}) {
    EXPECT_EQ(rewritten({form}), Arguments{"--in-place==.bak"}) << form;
  }
  EXPECT_EQ(rewritten({"-qi.bak"}), (Arguments{"-q", "--in-place==.bak"}));
  EXPECT_EQ(rewritten({"-iq"}), Arguments{"--in-place==q"});
  EXPECT_EQ(rewritten({"-i=="}), Arguments{"--in-place==="});
  EXPECT_EQ(rewritten({"--in-place=true"}), Arguments{"--in-place==true"});
}

TEST(WithOptionalValues, LeavesOthersAsTheyAre) {
  EXPECT_EQ(rewritten({"-i", "a"}), (Arguments{"--in-place", "a"}));
  EXPECT_EQ(rewritten({"-qi"}), (Arguments{"-q", "--in-place"}));
  for (const Arguments& arguments :
       {Arguments{"-o", "-i.bak"}, Arguments{"-oi.bak"}, Arguments{"-qoi"}, Arguments{"-qo", "-i.bak"},
        Arguments{"--output", "-i.bak"}, Arguments{"--output=-i"}, Arguments{"--", "-i.bak"}, Arguments{"-x.bak"},
        Arguments{"-", "i", ""}, Arguments{"--in-place="}, Arguments{"--unknown=i"}}) {
    EXPECT_EQ(rewritten(arguments), arguments);
  }
}

TEST(WithOptionalValues, KeepsAnEmptyValueForTheMessage) { EXPECT_EQ(rewritten({"-i="}), Arguments{"--in-place="}); }

}  // namespace
}  // namespace ku
