// tests/data/json-cases.tsv has more cases, which tests/property/records runs.
#include "common/records/json/grammar.hpp"

#include <gtest/gtest.h>

#include <string>

namespace ku {
namespace {

std::string error_of(std::string_view text) {
  const auto error = find_json_error(text);
  return error ? std::to_string(error->offset) + ": " + error->message : "none";
}

TEST(JsonError, SaysWhereAndWhy) {
  EXPECT_EQ(error_of(R"( {"a":[1,{"b":null}]} )"), "none");
  EXPECT_EQ(error_of("[]"), "0: not a JSON object");
  EXPECT_EQ(error_of(R"({"a" 1})"), "5: malformed JSON: ':' should be here");
  EXPECT_EQ(error_of(R"({"a":[1 2]})"), "8: malformed JSON: ',' or ']' should be here");
  EXPECT_EQ(error_of(R"({"a":)"), "5: malformed JSON: the line ends where a value should be");
  EXPECT_EQ(error_of(R"({"a":"x)"), "5: malformed JSON: a string without its closing quotation mark");
  EXPECT_EQ(error_of("{\"a\":\"x\ty\"}"), "7: malformed JSON: a control character in a string");
  EXPECT_EQ(error_of(R"({"a":"x\y"})"), "7: malformed JSON: a backslash with no valid escape");
  EXPECT_EQ(error_of(R"({} {})"), "3: more text after the JSON object");
  EXPECT_EQ(error_of(R"({"a":)" + std::string(1024, '[')), "1028: JSON nested more than 1024 deep");
}

TEST(JsonNumber, IsOfAnySize) {
  for (const char* const number : {"0", "-0", "10", "1.50", "1e400", "-1E-5", "123456789012345678901234567890"}) {
    EXPECT_TRUE(is_json_number(number)) << number;
  }
  for (const char* const other : {"", "-", "01", "+1", ".5", "1.", "1e", "1x", "0x1", " 1", "1 ", "NaN"}) {
    EXPECT_FALSE(is_json_number(other)) << other;
  }
}

TEST(EndOfJsonValue, IsJustPastIt) {
  const auto value = [](std::string_view text) { return std::string(text.substr(0, end_of_json_value(text, 0))); };
  EXPECT_EQ(value(R"("a\"b",1)"), R"("a\"b")");
  EXPECT_EQ(value("-1.5}"), "-1.5");
  EXPECT_EQ(value("null , 1"), "null");
  EXPECT_EQ(value("true]"), "true");
  EXPECT_EQ(value(R"({"a":[1,"}"],"b":{}},2)"), R"({"a":[1,"}"],"b":{}})");
  EXPECT_EQ(value(R"(["]",[]]])"), R"(["]",[]])");
}

}  // namespace
}  // namespace ku
