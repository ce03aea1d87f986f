#include "common/records/json/strings.hpp"

#include <gtest/gtest.h>

#include "common/text/escapes/json.hpp"

namespace ku {
namespace {

using namespace std::string_literals;

std::string unescaped(std::string_view raw, Invalid invalid = Invalid::replace) {
  std::string text;
  append_unescaped(raw, invalid, text);
  return text;
}

std::string escaped(std::string_view text) {
  std::string raw;
  append_json_escaped(text, JsonControls::shortest, raw);
  return raw;
}

TEST(Unescaped, IsTheTextOfAString) {
  EXPECT_EQ(unescaped(R"(a\"\\\/\b\f\n\r\t)"), "a\"\\/\b\f\n\r\t");
  EXPECT_EQ(unescaped(R"(\u0000\u007f\u0643\u06A9\uffff)"), "\0\x7F\xD9\x83\xDA\xA9\xEF\xBF\xBF"s);
  EXPECT_EQ(unescaped(R"(\ud83d\ude00\uDBFF\uDFFF)"), "\U0001F600\U0010FFFF");
  EXPECT_EQ(unescaped(R"(\\u0041)"), "\\u0041");
  EXPECT_EQ(unescaped(R"(\q\n\u12\)"), "\\q\n\\u12\\");
}

TEST(Unescaped, RepairsUnpairedSurrogates) {
  std::string text;
  EXPECT_EQ(append_unescaped(R"(a\ud800b\udc00)", Invalid::replace, text), 2);
  EXPECT_EQ(text, "a\uFFFDb\uFFFD");
  text.clear();
  EXPECT_EQ(append_unescaped(R"(a\ud800b\ud83d\ude00)", Invalid::skip, text), 6);
  EXPECT_EQ(text, "ab\U0001F600");
  EXPECT_EQ(unescaped(R"(\ud83d\ud83d\ude00\ud83d\n)"), "\uFFFD\U0001F600\uFFFD\n");
}

TEST(BadEscape, IsFoundByItsBackslash) {
  for (const char* const raw : {R"(a\x41)", R"(a\)", R"(a\u)", R"(a\u123)", R"(a\u12g4)", R"(a\u 123)", R"(a\N)"}) {
    const auto error = find_bad_escape(raw, false);
    ASSERT_TRUE(error) << raw;
    EXPECT_EQ(error->offset, 1) << raw;
    EXPECT_FALSE(error->is_surrogate) << raw;
  }
  EXPECT_FALSE(find_bad_escape(R"(\\x\"\u0041\/)", true));
}

TEST(BadEscape, MayBeASurrogate) {
  EXPECT_FALSE(find_bad_escape(R"(\ud800x)", false));
  EXPECT_FALSE(find_bad_escape(R"(\ud83d\ude00)", true));
  const auto error = find_bad_escape(R"(\ud83d\ude00\udc00)", true);
  ASSERT_TRUE(error);
  EXPECT_EQ(error->offset, 12);
  EXPECT_TRUE(error->is_surrogate);
}

TEST(Escaped, EscapesWhatJsonMust) {
  EXPECT_EQ(escaped("\"\\/\b\f\n\r\t"), R"(\"\\/\b\f\n\r\t)");
  EXPECT_EQ(escaped("\0\x01\x1F\x7F"s), "\\u0000\\u0001\\u001f\x7F");
  EXPECT_EQ(escaped("کورد \U0001F600"), "کورد \U0001F600");
}

TEST(Escaped, FindsTheCharacterAtEveryPlace) {
  for (const char c : {'"', '\\', '\n', '\x1F', '\0'}) {
    for (std::size_t at = 0; at < 40; ++at) {
      for (const char other : {' ', '!', '#', '[', ']', '\x7F', '\x80', '\xFF'}) {
        std::string text(40, other);
        text[at] = c;
        const std::string raw = escaped(text);
        EXPECT_EQ(unescaped(raw), text);
        EXPECT_GT(raw.size(), text.size());
      }
    }
  }
}

}  // namespace
}  // namespace ku
