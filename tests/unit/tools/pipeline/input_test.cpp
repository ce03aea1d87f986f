#include "common/pipeline/input.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/temporary_directory.hpp"

namespace ku {
namespace {

using sorani::Fragment;

class InputTest : public testing::Test {
 protected:
  std::string write(const std::string& name, std::string_view content) const {
    return directory_.write(name, content).string();
  }
  std::string missing() const { return (directory_.path() / "missing").string(); }

  /// The chunks of the files, `|` between them.
  static std::string chunks(std::vector<std::string> files, std::size_t chunk_size, InputOptions options = {}) {
    options.chunk_size = chunk_size;
    Input input(std::move(files), options);
    std::string all;
    for (PipelineItem item; input.next(item);) all.append(item.chunk.text).append("|");
    return all;
  }

 private:
  sorani::test::TemporaryDirectory directory_;
};

TEST_F(InputTest, CutsAtTheEndsOfRecords) {
  const std::string file = write("a", "one\ntwo\nthree");
  EXPECT_EQ(chunks({file}, 100), "one\ntwo\nthree|");
  EXPECT_EQ(chunks({file}, 9), "one\ntwo\n|three|");
  EXPECT_EQ(chunks({file}, 5), "one\n|two\n|three|");
}

TEST_F(InputTest, TerminatesTheLastRecordIfMoreTextFollows) {
  const std::string file = write("a", "one");
  const std::string empty = write("b", "");
  EXPECT_EQ(chunks({file, write("c", "two")}, 100), "one\n|two|");
  EXPECT_EQ(chunks({file, empty}, 100), "one|");
  EXPECT_EQ(chunks({file, empty, write("c", "two")}, 100), "one\n|two|");
}

TEST_F(InputTest, CutsALongRecordBetweenWords) {
  const std::string file = write("a", "alpha beta gamma delta");
  EXPECT_EQ(chunks({file}, 13), "alpha beta |gamma delta|");
  EXPECT_EQ(chunks({file}, 13, {.source = {}, .whole_records = true}), "alpha beta gamma delta|");
}

TEST_F(InputTest, GivesUpARecordOfMoreThanTheLimit) {
  const std::string long_record = write("a", "one\n" + std::string(1000, 'a') + "\ntwo\n");
  const InputOptions options{.source = {}, .whole_records = true, .max_record = 100};
  EXPECT_EQ(chunks({long_record, write("b", "three\n")}, 8, options), "one\n|" + std::string(101, 'a') + "|three\n|");
  Input input({long_record}, {.source = {}, .chunk_size = 8, .whole_records = true, .max_record = 100});
  PipelineItem item;
  ASSERT_TRUE(input.next(item) && input.next(item));
  ASSERT_TRUE(item.fault);
  EXPECT_EQ(item.fault->message, "a line of more than 100 bytes");
  EXPECT_EQ(chunks({write("c", std::string(99, 'a') + "\nb\n")}, 8, options), std::string(99, 'a') + "\n|b\n|");
}

TEST_F(InputTest, SaysWhichPartOfARecordAChunkIs) {
  Input input({write("a", "alpha beta gamma\nlonger\n")}, {.source = {}, .chunk_size = 8});
  std::vector<Fragment> fragments;
  for (PipelineItem item; input.next(item);) {
    if (!item.chunk.text.empty()) fragments.push_back(item.chunk.fragment);
  }
  EXPECT_EQ(fragments, (std::vector{Fragment::first, Fragment::middle, Fragment::last, Fragment::whole}));
}

TEST_F(InputTest, ReportsFilesThatCannotBeOpened) {
  Input input({missing(), write("a", "text\n")}, {});
  PipelineItem item;
  ASSERT_TRUE(input.next(item));
  ASSERT_EQ(item.messages.size(), 1U);
  EXPECT_EQ(item.messages.front(), missing() + ": No such file or directory");
  EXPECT_EQ(item.file_number, 0U);
  ASSERT_TRUE(input.next(item));
  EXPECT_TRUE(item.messages.empty());
  EXPECT_TRUE(item.begins_file);
  EXPECT_EQ(item.file_number, 1U);
  EXPECT_EQ(item.chunk.text, "text\n");
}

TEST_F(InputTest, AbandonsAFile) {
  Input input({write("a", "1\n2\n3\n"), write("b", "x\n")}, {.source = {}, .chunk_size = 2});
  PipelineItem item;
  ASSERT_TRUE(input.next(item));
  EXPECT_EQ(item.chunk.text, "1\n");
  input.abandon(item.file_number);
  ASSERT_TRUE(input.next(item));
  EXPECT_EQ(item.chunk.text, "x\n");
}

TEST(Buffer, GrowsAndKeepsItsContent) {
  Buffer buffer;
  std::string expected;
  for (int i = 0; i < 100; ++i) {
    buffer.append("abc");
    expected += "abc";
  }
  EXPECT_EQ(buffer.text(), expected);
  buffer.clear();
  EXPECT_EQ(buffer.size(), 0U);
  EXPECT_GE(buffer.capacity(), 300U);
  buffer.reset();
  EXPECT_EQ(buffer.capacity(), 0U);
}

}  // namespace
}  // namespace ku
