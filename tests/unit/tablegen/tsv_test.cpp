#include "tsv.hpp"

#include <gtest/gtest.h>

#include "support/expect_error.hpp"
#include "support/temporary_directory.hpp"

namespace tablegen {
namespace {

using sorani::test::tablegen_error;
using sorani::test::TemporaryDirectory;

TEST(TsvFile, ReadsRowsAndKeepsLineNumbers) {
  const TemporaryDirectory directory;
  const TsvFile file(directory.write("a.tsv", "# why\nfrom\tto\n\nx\ty\n# more\nz\t\n"), {"from", "to"});
  ASSERT_EQ(file.rows().size(), 2u);
  EXPECT_EQ(file.rows()[0]["from"], "x");
  EXPECT_EQ(file.rows()[0]["to"], "y");
  EXPECT_EQ(file.rows()[0].line(), 4u);
  EXPECT_EQ(file.rows()[1]["from"], "z");
  EXPECT_EQ(file.rows()[1]["to"], "");
  EXPECT_EQ(file.rows()[1].line(), 6u);
}

TEST(TsvFile, ReadsALastLineWithoutItsEnd) {
  const TemporaryDirectory directory;
  const TsvFile file(directory.write("a.tsv", "from\nx"), {"from"});
  ASSERT_EQ(file.rows().size(), 1u);
  EXPECT_EQ(file.rows()[0]["from"], "x");
}

TEST(TsvFile, NamesFileAndLineOfWhatIsWrong) {
  const TemporaryDirectory directory;
  const auto error = [&](std::string_view content) {
    const std::filesystem::path path = directory.write("a.tsv", content);
    std::string message = tablegen_error([&] { const TsvFile file(path, {"from", "to"}); });
    EXPECT_TRUE(message.starts_with(path.string())) << message;
    return message.substr(std::min(message.size(), path.string().size()));
  };
  EXPECT_EQ(error("# only comments\n"), ": no line of column names");
  EXPECT_EQ(error("#\nto\tfrom\n"), ":2: the columns should be from, to");
  EXPECT_EQ(error("from\tto\na\n"), ":2: 1 fields, expected 2");
  EXPECT_EQ(error("from\tto\na\tb\n\na\tb\tc\n"), ":4: 3 fields, expected 2");
  EXPECT_EQ(error("from\tto\na\tb\r\n"), ":2: line ends in a carriage return");
  EXPECT_EQ(error("from\tto\na\t\xDB\n"), ":2: not UTF-8");
}

TEST(TsvFile, NamesTheFileThatCannotBeRead) {
  const TemporaryDirectory directory;
  const std::string path = directory.path() / "missing.tsv";
  EXPECT_EQ(tablegen_error([&] { const TsvFile file(path, {"from"}); }), path + ": No such file or directory");
}

TEST(TsvRow, FailsWithItsLine) {
  const TemporaryDirectory directory;
  const std::filesystem::path path = directory.write("a.tsv", "from\n\nx\n");
  const TsvFile file(path, {"from"});
  EXPECT_EQ(tablegen_error([&] { file.rows()[0].fail("bad"); }), path.string() + ":3: bad");
  EXPECT_EQ(tablegen_error([&] { static_cast<void>(file.rows()[0]["to"]); }), path.string() + ":3: no column to");
}

}  // namespace
}  // namespace tablegen
