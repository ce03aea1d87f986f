#include "base/ascii_finder.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace sorani::base {
namespace {

std::size_t simple_next(const std::string& text, std::size_t at) {
  while (at < text.size() && static_cast<unsigned char>(text[at]) >= 0x80) ++at;
  return at;
}

TEST(AsciiFinder, FindsNothingInNothing) {
  AsciiFinder finder;
  EXPECT_EQ(finder.next(0), 0u);
  finder.begin("");
  EXPECT_EQ(finder.next(0), 0u);
}

TEST(AsciiFinder, FindsEachFromEverywhere) {
  std::mt19937 random(1);
  AsciiFinder finder;
  for (std::size_t size = 0; size < 300; ++size) {
    // Few characters of ASCII, so that runs go over several blocks.
    std::string text(size, '\0');
    for (char& byte : text) byte = static_cast<char>(random() % 40 == 0 ? random() % 0x80 : 0x80 + random() % 0x80);
    finder.begin(text);
    for (std::size_t at = 0; at <= size; ++at) EXPECT_EQ(finder.next(at), simple_next(text, at));
    for (std::size_t at = size + 1; at-- > 0;) EXPECT_EQ(finder.next(at), simple_next(text, at));
  }
}

TEST(AsciiFinder, ForgetsTheTextBefore) {
  AsciiFinder finder;
  std::string text(10, '\xFF');
  finder.begin(text);
  EXPECT_EQ(finder.next(0), 10u);
  text[3] = 'a';
  finder.begin(text);
  EXPECT_EQ(finder.next(0), 3u);
}

}  // namespace
}  // namespace sorani::base
