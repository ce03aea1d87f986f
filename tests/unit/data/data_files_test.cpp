// What holds for every table in libsorani/data, whatever it is about.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sorani/utf8.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace sorani {
namespace {

/// Every file but the README.
std::vector<std::filesystem::path> data_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(SORANI_DATA_DIR)) {
    if (!entry.is_directory() && entry.path().filename() != "README.md") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

class DataFile : public testing::TestWithParam<std::filesystem::path> {
 protected:
  DataFile() {
    std::ifstream in(GetParam(), std::ios::binary);
    content_.assign(std::istreambuf_iterator<char>(in), {});
    std::string_view rest = content_;
    while (!rest.empty()) {
      const std::size_t end = rest.find('\n');
      lines_.push_back(rest.substr(0, end));
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
  }

  std::string content_;
  std::vector<std::string_view> lines_;
};

TEST_P(DataFile, IsTidy) {
  EXPECT_EQ(GetParam().extension(), ".tsv");
  EXPECT_EQ(find_invalid_utf8(content_), std::nullopt);
  ASSERT_FALSE(content_.empty());
  EXPECT_EQ(content_.back(), '\n');
  EXPECT_EQ(content_.find('\r'), std::string::npos);
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    EXPECT_FALSE(lines_[i].ends_with(' ')) << "line " << i + 1;
  }
}

TEST_P(DataFile, BeginsByExplainingItself) {
  ASSERT_FALSE(lines_.empty());
  EXPECT_EQ(lines_.front().substr(0, 2), "# ");
  const auto names_user = [](std::string_view line) { return line.starts_with("# Used by: "); };
  EXPECT_TRUE(std::any_of(lines_.begin(), lines_.end(), names_user)) << "no line says who uses it";
}

TEST_P(DataFile, SaysNothingTwice) {
  std::vector<std::string_view> rows;
  for (const std::string_view line : lines_) {
    if (!line.empty() && !line.starts_with('#')) rows.push_back(line);
  }
  EXPECT_GT(rows.size(), 1u);
  std::sort(rows.begin(), rows.end());
  const auto twice = std::adjacent_find(rows.begin(), rows.end());
  EXPECT_EQ(twice, rows.end()) << *twice;
}

INSTANTIATE_TEST_SUITE_P(All, DataFile, testing::ValuesIn(data_files()), [](const auto& file) {
  std::string name = file.param.stem();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

}  // namespace
}  // namespace sorani
