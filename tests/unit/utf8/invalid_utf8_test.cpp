#include <gtest/gtest.h>

#include <ostream>
#include <sorani/utf8.hpp>
#include <string>
#include <tuple>
#include <vector>

#include "support/instruction_sets.hpp"
#include "support/random_bytes.hpp"
#include "utf8/ill_formed.hpp"

namespace sorani {

bool operator==(const Utf8Error& a, const Utf8Error& b) {
  return std::tie(a.kind, a.offset, a.length) == std::tie(b.kind, b.offset, b.length);
}

void PrintTo(const Utf8Error& error, std::ostream* out) {
  *out << describe(error.kind) << " at " << error.offset << ", " << error.length << " bytes";
}

namespace {

using Kind = Utf8ErrorKind;

std::string replaced(std::string_view text) {
  std::string out;
  replace_invalid_utf8(text, out);
  return out;
}

/// Replacement as the reference sees it.
std::string replaced_bytewise(std::string_view text) {
  std::string out;
  std::size_t at = 0;
  while (const auto error = utf8::find_ill_formed_bytewise(text, at)) {
    out.append(text, at, error->offset - at).append("\xEF\xBF\xBD");
    at = error->offset + error->length;
  }
  return out.append(text, at);
}

std::string dropped_bytewise(std::string_view text) {
  std::string out;
  std::size_t at = 0;
  while (const auto error = utf8::find_ill_formed_bytewise(text, at)) {
    out.append(text, at, error->offset - at);
    at = error->offset + error->length;
  }
  return out.append(text, at);
}

class FindInvalidUtf8 : public test::OnEachInstructionSet {};
SORANI_ON_EACH_INSTRUCTION_SET(FindInvalidUtf8);

class RepairInvalidUtf8 : public test::OnEachInstructionSet {};
SORANI_ON_EACH_INSTRUCTION_SET(RepairInvalidUtf8);

struct Case {
  std::string_view text;
  Utf8Error error;
};

TEST_P(FindInvalidUtf8, TellsKindOffsetAndLength) {
  const Case cases[] = {
      {"a\x80", {Kind::unexpected_continuation, 1, 1}}, {"ab\xBF", {Kind::unexpected_continuation, 2, 1}},
      {"\xC0\x80", {Kind::invalid_byte, 0, 1}},         {"\xC1\xBF", {Kind::invalid_byte, 0, 1}},
      {"\xF5\x80\x80\x80", {Kind::invalid_byte, 0, 1}}, {"\xFF", {Kind::invalid_byte, 0, 1}},
      {"\xE0\x80\x80", {Kind::overlong, 0, 1}},         {"\xE0\x9F\xBF", {Kind::overlong, 0, 1}},
      {"\xF0\x8F\xBF\xBF", {Kind::overlong, 0, 1}},     {"\xED\xA0\x80", {Kind::surrogate, 0, 1}},
      {"\xED\xBF\xBF", {Kind::surrogate, 0, 1}},        {"\xF4\x90\x80\x80", {Kind::too_large, 0, 1}},
      {"\xDB\x20", {Kind::missing_continuation, 0, 1}}, {"\xE2\x80\x20", {Kind::missing_continuation, 0, 2}},
      {"\xE0\x41", {Kind::missing_continuation, 0, 1}}, {"\xF0\x9F\x98\xDB\x95", {Kind::missing_continuation, 0, 3}},
      {"\xDB\x95\xDB", {Kind::truncated, 2, 1}},        {"\xDB\x95\xE2\x80", {Kind::truncated, 2, 2}},
      {"\xF0\x9F\x98", {Kind::truncated, 0, 3}},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(find_invalid_utf8(c.text), c.error) << testing::PrintToString(c.text);
  }
}

TEST_P(FindInvalidUtf8, AcceptsTheEdgesOfEachLength) {
  for (const std::string_view text : {"", "\x7F", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF",
                                      "\xEE\x80\x80", "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"}) {
    EXPECT_EQ(find_invalid_utf8(text), std::nullopt) << testing::PrintToString(text);
  }
}

TEST_P(FindInvalidUtf8, LooksOnlyAtWhatComesAfterFrom) {
  const std::string_view text = "\xFF\xE2\x80\x8C\xFF";
  EXPECT_EQ(find_invalid_utf8(text, 1), (Utf8Error{Kind::invalid_byte, 4, 1}));
  EXPECT_EQ(find_invalid_utf8(text, 2), (Utf8Error{Kind::unexpected_continuation, 2, 1}));
  EXPECT_EQ(find_invalid_utf8(text, 5), std::nullopt);
  EXPECT_EQ(find_invalid_utf8(text, 99), std::nullopt);
}

TEST_P(FindInvalidUtf8, AgreesWithTheReferenceOnRandomBytes) {
  test::RandomBytes random(2);
  for (int i = 0; i < 50'000; ++i) {
    const std::string text = i % 2 == 0 ? random.bytes(random.below(300)) : random.pieces(random.below(300));
    ASSERT_EQ(find_invalid_utf8(text), utf8::find_ill_formed_bytewise(text, 0)) << testing::PrintToString(text);
  }
}

// One error of each kind at every place of a long valid text: every alignment, and every boundary of vectors and
// blocks.
TEST_P(FindInvalidUtf8, FindsOneErrorAnywhere) {
  std::string unit =
      "\xDB\x86\xE2\x80\x8C"
      "a\xDA\xB5\xF0\x9F\x98\x80 \xDB\x95";
  std::string text;
  while (text.size() < 700) text += unit;
  for (const std::string_view bad : {"\x80", "\xFF", "\xC1\x81", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                                     "\xDB", "\xE2\x80", "\xF0\x9F\x98"}) {
    for (std::size_t at = 0; at < text.size(); ++at) {
      std::string broken = text;
      broken.insert(at, bad);
      ASSERT_EQ(find_invalid_utf8(broken), utf8::find_ill_formed_bytewise(broken, 0)) << at;
    }
  }
  for (std::size_t size = 0; size <= text.size(); ++size) {
    for (std::size_t from = 0; from < 70 && from <= size; ++from) {
      const std::string_view part = std::string_view(text).substr(0, size);
      ASSERT_EQ(find_invalid_utf8(part, from), utf8::find_ill_formed_bytewise(part, from)) << from << ".." << size;
    }
  }
}

TEST_P(FindInvalidUtf8, FindsABrokenByteAfterAsciiAndBeforeIt) {
  for (std::size_t before = 0; before < 300; ++before) {
    for (const std::string_view bad : {"\x80", "\xDB", "\xE2\x80", "\xF0\x9F\x98"}) {
      std::string text(before, 'a');
      text.append(bad).append(300, 'b');
      ASSERT_EQ(find_invalid_utf8(text), utf8::find_ill_formed_bytewise(text, 0)) << before;
    }
  }
}

// The example of Unicode 15, section 3.9, table 3-8 and the ones after it.
TEST(ReplaceInvalidUtf8, ReplacesEachMaximalSubpart) {
  EXPECT_EQ(replaced("\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64"),
            "a\uFFFD\uFFFD\uFFFD"
            "b\uFFFD"
            "c\uFFFD\uFFFD"
            "d");
  EXPECT_EQ(replaced("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41"),
            "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"
            "A");
  EXPECT_EQ(replaced("\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41"),
            "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"
            "A");
  EXPECT_EQ(replaced("\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42"),
            "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"
            "A\uFFFD\uFFFD"
            "B");
  EXPECT_EQ(replaced("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41"),
            "\uFFFD\uFFFD\uFFFD\uFFFD"
            "A");
}

TEST(ReplaceInvalidUtf8, CountsAndAppends) {
  std::string out = "before ";
  EXPECT_EQ(replace_invalid_utf8("a\xFF\xE2\x80"
                                 "b\xDB",
                                 out),
            3u);
  EXPECT_EQ(out, "before a\uFFFD\uFFFDb\uFFFD");
  EXPECT_EQ(replace_invalid_utf8("clean", out), 0u);
}

TEST(DropInvalidUtf8, CountsBytesAndAppends) {
  std::string out = "before ";
  EXPECT_EQ(drop_invalid_utf8("a\xFF\xE2\x80"
                              "b\xDB",
                              out),
            4u);
  EXPECT_EQ(out, "before ab");
}

TEST_P(RepairInvalidUtf8, AgreesWithTheReferenceAndLeavesNothingIllFormed) {
  test::RandomBytes random(3);
  for (int i = 0; i < 5'000; ++i) {
    std::string text;
    while (text.size() < 600) {
      text += random.below(3) == 0 ? std::string(random.below(200), 'x') : random.pieces(random.below(200));
    }
    const std::string clean = replaced(text);
    ASSERT_EQ(clean, replaced_bytewise(text)) << testing::PrintToString(text);
    ASSERT_EQ(find_invalid_utf8(clean), std::nullopt);
    std::string dropped;
    const std::size_t count = drop_invalid_utf8(text, dropped);
    ASSERT_EQ(dropped, dropped_bytewise(text));
    ASSERT_EQ(dropped.size() + count, text.size());
  }
}

TEST(DescribeUtf8Error, SaysSomethingElseForEachKind) {
  const Kind kinds[] = {
      Kind::unexpected_continuation, Kind::invalid_byte, Kind::overlong, Kind::surrogate, Kind::too_large,
      Kind::missing_continuation,    Kind::truncated};
  std::vector<std::string_view> seen;
  for (const Kind kind : kinds) {
    EXPECT_FALSE(describe(kind).empty());
    for (const std::string_view other : seen) EXPECT_NE(describe(kind), other);
    seen.push_back(describe(kind));
  }
}

}  // namespace
}  // namespace sorani
