#include "ku-count/table_file.hpp"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <string>

#include "common/io/diagnostics.hpp"
#include "support/list_rows.hpp"
#include "support/temporary_directory.hpp"

namespace ku::count {
namespace {

using sorani::test::List;
using sorani::test::list_of;

class TableFile : public testing::Test {
 protected:
  List read(std::string_view content) {
    return list_of(read_table(directory_.write("table.tsv", content), CommonOptions(), output_));
  }

  /// The message for a malformed table, without the name of the folder.
  std::string error(std::string_view content) {
    try {
      read(content);
    } catch (const FatalError& error) {
      const std::string message = error.what();
      return message.substr(message.find("table.tsv"));
    }
    return "no error";
  }

  sorani::test::TemporaryDirectory directory_;
  Output output_;
};

TEST_F(TableFile, ReadsRows) {
  EXPECT_EQ(read(""), List());
  EXPECT_EQ(read("نان\t2\nو\t18446744073709551615\n"), (List{{"نان", 2}, {"و", 18446744073709551615U}}));
  EXPECT_EQ(read("\xEF\xBB\xBF"
                 "a\t1\n"),
            (List{{"a", 1}}));
  EXPECT_EQ(read("\t1\na b\t2\n"), (List{{"", 1}, {"a b", 2}}));
}

TEST_F(TableFile, ReadsRowsLongerThanItsBuffer) {
  const std::string a(100'000, 'a');
  const std::string b(50'000, 'b');
  EXPECT_EQ(read(a + "\t1\n" + b + "\t2\nc\t3\n"), (List{{a, 1}, {b, 2}, {"c", 3}}));
}

TEST_F(TableFile, RefusesMalformedRows) {
  EXPECT_EQ(error("a\t1\nb\n"), "table.tsv:2: no tab; a row is an n-gram, a tab and a count");
  EXPECT_EQ(error("a\tb\t1\n"), "table.tsv:1: more than one tab; a row is an n-gram, a tab and a count");
  EXPECT_EQ(error("a\t0\n"), "table.tsv:1: '0' is not a count");
  EXPECT_EQ(error("a\t-1\n"), "table.tsv:1: '-1' is not a count");
  EXPECT_EQ(error("a\t1 \n"), "table.tsv:1: '1 ' is not a count");
  EXPECT_EQ(error("a\t18446744073709551616\n"), "table.tsv:1: the count 18446744073709551616 is over 2^64-1");
  EXPECT_EQ(error("a\t1\nb\t2"), "table.tsv:2: the table breaks off within a row");
  EXPECT_TRUE(error("\xFF\t1\n").starts_with("table.tsv:1: ill-formed UTF-8: ")) << error("\xFF\t1\n");
}

TEST_F(TableFile, RefusesRowsOutOfOrder) {
  EXPECT_EQ(error("a\t1\na\t1\n"), "table.tsv:2: 'a' comes twice");
  EXPECT_EQ(error("b\t1\na\t1\n"),
            "table.tsv:2: not in the order of keys: 'a' comes after 'b'; tables are written with --sort key");
}

TEST_F(TableFile, MergesTables) {
  CommonOptions options;
  List sum;
  for (int i = 10; i < 60; ++i) {
    const std::string number = std::to_string(i);
    options.files.push_back(directory_.write("table" + number, fmt::format("all\t1\nz{}\t2\n", number)));
    sum.emplace_back("z" + number, 2);
  }
  sum.insert(sum.begin(), {"all", 50});
  EXPECT_EQ(list_of(merge_tables(options, output_, {})), sum);
}

TEST_F(TableFile, NamesATableThatIsNotThere) {
  CommonOptions options;
  options.files = {directory_.path() / "missing"};
  EXPECT_THROW(merge_tables(options, output_, {}), FatalError);
}

}  // namespace
}  // namespace ku::count
