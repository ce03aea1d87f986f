// The reversible scheme loses nothing.

#include <gtest/gtest.h>

#include <cstddef>
#include <sorani/transliterator.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "support/random_bytes.hpp"

namespace sorani {
namespace {

class Strict : public testing::Test {
 protected:
  std::string to_latin(std::string_view text) { return encode_(text); }
  std::string to_arabic(std::string_view text) { return decode_(text); }

 private:
  Transliterator encode_{{.scheme = "strict"}};
  Transliterator decode_{{.scheme = "strict", .reverse = true}};
};

TEST_F(Strict, WritesWordsAsWordsAndKeepsTheRest) {
  EXPECT_EQ(to_latin("ئازادی، ٢٠٢١؟"), "ʾazadî، ٢٠٢١؟");
  EXPECT_EQ(to_latin("نان و ئاو"), "nan u ʾaw");
  EXPECT_EQ(to_latin("COVID-19دا"), "{COVID}-19da");
  EXPECT_EQ(to_latin("New York"), "{New} {York}");
  EXPECT_EQ(to_latin("http://example.com/کورد نان"), "{http://example.com}/کورد nan");
  EXPECT_EQ(to_latin("ئاو{}"), "ʾaw{{}}}");
  EXPECT_EQ(to_latin("گوناهـ"), "gunahـ");
  EXPECT_EQ(to_latin("صالح نان"), "صالح nan");
  EXPECT_EQ(to_latin("ʾ"), "{ʾ}");
}

TEST_F(Strict, DecodesWhatOthersWrite) {
  EXPECT_EQ(to_arabic("kurdistan"), "کوردستان");
  EXPECT_EQ(to_arabic("{New York}"), "{Nەو Yۆرک}");
  EXPECT_EQ(to_arabic("{nan"), "{نان");
  EXPECT_EQ(to_arabic("nan}"), "نان}");
  EXPECT_EQ(to_arabic("{}}}{}"), "}");
}

TEST_F(Strict, GivesBackEveryShortText) {
  using namespace std::string_view_literals;
  static constexpr std::string_view kPieces[] = {"ن"sv,  "و"sv, "ی"sv, "ئ"sv, "a"sv, "{"sv, "}"sv,    " "sv,
                                                 "\n"sv, "1"sv, "î"sv, "ـ"sv, "ص"sv, "@"sv, "\xFF"sv, "."sv};
  constexpr std::size_t kCount = std::size(kPieces);
  constexpr std::size_t kLongest = 4;
  std::vector<std::string> texts{""};
  for (std::size_t begin = 0, length = 0; length < kLongest; ++length) {
    const std::size_t end = texts.size();
    for (; begin < end; ++begin) {
      for (const std::string_view piece : kPieces) texts.push_back(texts[begin] + std::string(piece));
    }
  }
  ASSERT_EQ(texts.size(), 1 + kCount + kCount * kCount * (1 + kCount + kCount * kCount));
  for (const std::string& text : texts) ASSERT_EQ(to_arabic(to_latin(text)), text);
}

TEST_F(Strict, GivesBackAnyBytes) {
  test::RandomBytes random(1);
  for (int i = 0; i < 2000 && !HasFatalFailure(); ++i) {
    const std::string bytes = random.bytes(random.below(200)), pieces = random.pieces(random.below(200));
    ASSERT_EQ(to_arabic(to_latin(bytes)), bytes);
    ASSERT_EQ(to_arabic(to_latin(pieces)), pieces);
  }
}

}  // namespace
}  // namespace sorani
