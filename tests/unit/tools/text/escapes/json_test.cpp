#include "common/text/escapes/json.hpp"

#include <gtest/gtest.h>

#include <string>

namespace ku {
namespace {

std::string json(std::string_view text) {
  std::string out = "x";
  append_json_string(text, out);
  return out;
}

TEST(AppendJsonString, QuotesAndAppends) {
  EXPECT_EQ(json(""), R"(x"")");
  EXPECT_EQ(json("کورد abc"), R"(x"کورد abc")");
}

TEST(AppendJsonString, EscapesWhatJsonRequires) {
  EXPECT_EQ(json(R"(a"b\c)"), R"(x"a\"b\\c")");
  EXPECT_EQ(json(std::string_view("\0\t\n\x1F", 4)), R"(x"\u0000\u0009\u000a\u001f")");
  EXPECT_EQ(json("/\x7F"), "x\"/\x7F\"");
}

}  // namespace
}  // namespace ku
