#include "ku-count/row_writer.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "support/list_rows.hpp"
#include "support/temporary_directory.hpp"

namespace ku::count {
namespace {

using sorani::test::List;
using sorani::test::rows_of;

std::string written(const List& list, Format format, sorani::NgramUnit unit = sorani::NgramUnit::word) {
  const sorani::test::TemporaryDirectory directory;
  const std::string file = directory.path() / "table";
  Options options;
  options.format = format;
  options.ngrams.unit = unit;
  Output output(file);
  write_rows(rows_of(list), options, output);
  output.commit();
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(WriteRows, AsTsv) {
  EXPECT_EQ(written({{"نان و", 18446744073709551615U}, {"\\t", 1}}, Format::tsv),
            "نان و\t18446744073709551615\n\\t\t1\n");
  EXPECT_EQ(written({}, Format::tsv), "");
}

TEST(WriteRows, AsJson) {
  EXPECT_EQ(written({{"a\"b", 2}, {"نان", 1}}, Format::json),
            "[\n{\"ngram\":\"a\\\"b\",\"count\":2},\n{\"ngram\":\"نان\",\"count\":1}\n]\n");
  EXPECT_EQ(written({}, Format::json), "[]\n");
}

// Keys of words hold no escapes; those of other units do.
TEST(WriteRows, UnescapesKeysInJson) {
  EXPECT_EQ(written({{"\\\\", 1}}, Format::json, sorani::NgramUnit::character),
            "[\n{\"ngram\":\"\\\\\",\"count\":1}\n]\n");
  EXPECT_EQ(written({{"\\\\", 1}}, Format::json), "[\n{\"ngram\":\"\\\\\\\\\",\"count\":1}\n]\n");
}

TEST(WriteRows, WritesMoreThanABuffer) {
  List list;
  std::string expected;
  for (int i = 0; i < 20'000; ++i) {
    list.emplace_back(std::to_string(i), 7);
    expected += std::to_string(i) + "\t7\n";
  }
  EXPECT_EQ(written(list, Format::tsv), expected);
}

}  // namespace
}  // namespace ku::count
