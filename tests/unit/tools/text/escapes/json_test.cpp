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

TEST(AppendJsonString, EscapesAtEveryPlaceOfABlock) {
  for (std::size_t size = 1; size < 70; ++size) {
    for (std::size_t at = 0; at < size; ++at) {
      for (const char c : {'"', '\\', '\x01', '\x1F', ' ', '!', '[', '\x7F', '\xFF'}) {
        std::string text(size, 'x');
        text[at] = c;
        const std::string escaped = c == '"' || c == '\\' ? std::string{'\\', c}
                                    : c == '\x01'         ? "\\u0001"
                                    : c == '\x1F'         ? "\\u001f"
                                                          : std::string{c};
        std::string expected(size, 'x');
        expected.replace(at, 1, escaped);
        ASSERT_EQ(json(text), "x\"" + expected + '"') << size << ' ' << at;
      }
    }
  }
}

}  // namespace
}  // namespace ku
