// The side of curly quotation marks comes from their place, in the rules `quotes` and `punctuation`.

#include <gtest/gtest.h>

#include <sorani/normalizer.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace sorani {
namespace {

std::string normalized(std::string_view text, const std::string& rules) {
  NormalizerOptions options;
  options.rules = rules;
  Normalizer normalizer(options);
  std::string out;
  normalizer.append(text, out);
  return out;
}

TEST(Quotes, SidesComeFromThePlace) {
  for (const auto& [open, close] : {std::pair{"“", "”"}, {"”", "“"}, {"”", "”"}, {"“", "“"}, {"„", "“"}, {"„", "”"}}) {
    for (const auto& [before, inside, after] : {std::tuple{"", "کورد", ""},
                                                {"ناوی ", "کورد", " بوو"},
                                                {"وتی: ", "باش بوو.", " پاشان"},
                                                {"وتی:", "باش!", "، پاشان"},
                                                {"وتی، ", "کێ؟", "."},
                                                {"(", "کورد", ")"},
                                                {"", "کورد", "ی"},
                                                {"", "BBC", "ی"},
                                                {"ساڵی ", "2021", "، "},
                                                {"- ", "(کورد)", " -"},
                                                {"–", "نزیکەی 5%", "–"}}) {
      const std::string text = std::string(before) + open + inside + close + after;
      std::string expected = std::string(before) + "«" + inside + "»" + after;
      while (expected.ends_with(' ')) expected.pop_back();
      EXPECT_EQ(normalized(text, "+quotes"), expected) << text;
    }
  }
}

TEST(Quotes, StayWhereThePlaceTellsNothing) { EXPECT_EQ(normalized("ئەو ” باش “ بوو", "+quotes"), "ئەو ” باش “ بوو"); }

TEST(Quotes, AreSpacedByTheirSide) {
  EXPECT_EQ(normalized("”کورد“،باش", "+punctuation"), "”کورد“، باش");
  EXPECT_EQ(normalized("باش،”کورد“", "+punctuation"), "باش، ”کورد“");
  EXPECT_EQ(normalized("( ”کورد “ ؟", "+punctuation"), "(”کورد“؟");
  EXPECT_EQ(normalized("”کورد “؟", "+punctuation"), "”کورد“؟");
  EXPECT_EQ(normalized("”کورد “.و باش،”ئەم “", "+punctuation,+quotes"), "«کورد».و باش، «ئەم “");
}

}  // namespace
}  // namespace sorani
