#include "utf8/utf8.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "support/random_bytes.hpp"

namespace sorani::utf8 {
namespace {

std::string encoded(char32_t c) {
  std::string text;
  append(c, text);
  return text;
}

std::vector<std::size_t> boundaries_forward(std::string_view text) {
  std::vector<std::size_t> all{0};
  while (all.back() < text.size()) all.push_back(all.back() + decode(text, all.back()).length);
  return all;
}

std::vector<std::size_t> boundaries_backward(std::string_view text) {
  std::vector<std::size_t> all{text.size()};
  while (all.back() > 0) all.push_back(all.back() - decode_before(text, all.back()).length);
  std::reverse(all.begin(), all.end());
  return all;
}

TEST(Utf8, DecodesWhatAppendEncodes) {
  for (char32_t c = 0; c < kIllFormed; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    const std::string text = encoded(c);
    const Decoded forward = decode(text, 0);
    ASSERT_EQ(forward.value, c);
    ASSERT_EQ(forward.length, text.size());
    const Decoded backward = decode_before(text, text.size());
    ASSERT_EQ(backward.value, c);
    ASSERT_EQ(backward.length, text.size());
  }
}

TEST(Utf8, EncodesInTheShortestForm) {
  EXPECT_EQ(encoded(0x7F), "\x7F");
  EXPECT_EQ(encoded(0x80), "\xC2\x80");
  EXPECT_EQ(encoded(0x06D5), "\xDB\x95");
  EXPECT_EQ(encoded(0x7FF), "\xDF\xBF");
  EXPECT_EQ(encoded(0x800), "\xE0\xA0\x80");
  EXPECT_EQ(encoded(0xFFFF), "\xEF\xBF\xBF");
  EXPECT_EQ(encoded(0x10000), "\xF0\x90\x80\x80");
  EXPECT_EQ(encoded(0x10FFFF), "\xF4\x8F\xBF\xBF");
}

TEST(Utf8, DecodesIllFormedSequencesByteByByte) {
  for (const std::string_view text :
       {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80",
        "\xF5\x80\x80\x80", "\xFF", "\xDB", "\xE2\x80", "\xF0\x9F\x98"}) {
    for (std::size_t at = 0; at < text.size(); ++at) {
      const Decoded decoded = decode(text, at);
      EXPECT_EQ(decoded.value, kIllFormed + static_cast<unsigned char>(text[at]));
      EXPECT_EQ(decoded.length, 1u);
    }
  }
}

TEST(Utf8, DoesNotReadPastTheEndOfTheText) {
  const std::string_view text = "\xE2\x80\x8C";
  EXPECT_EQ(decode(text.substr(0, 2), 0).length, 1u);
  EXPECT_EQ(decode_before(text, 2).value, kIllFormed + 0x80);
}

TEST(Utf8, WalksBackOverTheBoundariesOfTheWalkForward) {
  test::RandomBytes random(1);
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = i % 2 == 0 ? random.bytes(random.below(40)) : random.pieces(random.below(40));
    const auto forward = boundaries_forward(text);
    ASSERT_EQ(boundaries_backward(text), forward) << testing::PrintToString(text);
    std::string copy;
    for (std::size_t b = 0; b + 1 < forward.size(); ++b) append(decode(text, forward[b]).value, copy);
    ASSERT_EQ(copy, text);
  }
}

}  // namespace
}  // namespace sorani::utf8
