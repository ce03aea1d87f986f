#include "common/pipeline/position/line_finder.hpp"

#include <gtest/gtest.h>

#include <string>

namespace ku {

void PrintTo(const Position& position, std::ostream* out) { *out << position.line << ':' << position.byte; }

namespace {

TEST(LineFinder, CountsLinesAndBytes) {
  const Chunk chunk{.text = "ab\n\ncd", .file = {}, .first_line = 7};
  LineFinder lines(chunk);
  EXPECT_EQ(lines.at(0), (Position{7, 1}));
  EXPECT_EQ(lines.at(2), (Position{7, 3}));  // the terminator belongs to its line
  EXPECT_EQ(lines.at(3), (Position{8, 1}));
  EXPECT_EQ(lines.at(4), (Position{9, 1}));
  EXPECT_EQ(lines.at(6), (Position{9, 3}));  // the end of the text
}

TEST(LineFinder, AddsTheBytesOfEarlierChunksInTheFirstLine) {
  const Chunk chunk{.text = "ab\ncd", .file = {}, .first_line = 3, .first_byte = 100};
  LineFinder lines(chunk);
  EXPECT_EQ(lines.at(1), (Position{3, 102}));
  EXPECT_EQ(lines.at(4), (Position{4, 2}));
}

TEST(LineFinder, KnowsTheTerminator) {
  const Chunk chunk{.text = std::string_view("a\nb\0c", 5), .terminator = '\0', .file = {}};
  LineFinder lines(chunk);
  EXPECT_EQ(lines.at(2), (Position{1, 3}));
  EXPECT_EQ(lines.at(4), (Position{2, 1}));
}

TEST(LineFinder, GivesTheSameInAnyOrder) {
  std::string text;
  for (int i = 0; i < 40; ++i) text += i % 7 == 0 ? "\n" : "x";
  const Chunk chunk{.text = text, .file = {}};
  LineFinder jumping(chunk);
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const std::size_t offset = i * 17 % (text.size() + 1);
    LineFinder fresh(chunk);
    EXPECT_EQ(jumping.at(offset), fresh.at(offset)) << offset;
  }
}

TEST(LineFinder, CountsTheBytesOfAValue) {
  const Chunk chunk{.text = "a\nb", .file = {}, .first_line = 7, .field = "/text"};
  EXPECT_EQ(LineFinder(chunk).at(2), (Position{7, 3}));
}

}  // namespace
}  // namespace ku
