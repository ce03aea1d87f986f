#include "common/io/input/source.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "common/io/diagnostics.hpp"
#include "common/io/input/decoded_source.hpp"
#include "common/io/input/read_file.hpp"
#include "support/error_message.hpp"
#include "support/temporary_directory.hpp"

namespace ku {
namespace {

using namespace std::string_view_literals;
using sorani::test::error_message;

class SourceTest : public testing::Test {
 protected:
  std::string write(std::string_view content) const { return directory_.write("file", content).string(); }
  std::string folder() const { return directory_.path().string(); }
  std::string missing() const { return (directory_.path() / "missing").string(); }

  /// Everything that can be read, `step` bytes at a time.
  static std::string read(Source& source, std::size_t step) {
    std::string text;
    std::string part(step, '\0');
    while (const std::size_t count = source.read(part.data(), part.size())) text.append(part, 0, count);
    return text;
  }
  std::string read(std::string_view content, const SourceOptions& options, std::size_t step = 5) const {
    return read(*open_source(write(content), options), step);
  }

 private:
  sorani::test::TemporaryDirectory directory_;
};

TEST_F(SourceTest, ReadsBytesAsTheyAre) {
  const std::string_view content = "کورد\r\n\xFF\0z"sv;
  for (const std::size_t step : {1U, 3U, 100U}) EXPECT_EQ(read(content, {}, step), content);
}

TEST_F(SourceTest, DecodesWhatTheByteOrderMarkSays) {
  EXPECT_EQ(read("\xFF\xFE\x2B\x06z\0"sv, {}), "ثz");
  EXPECT_EQ(read("\xFE\xFF\x06\x2B\0z"sv, {}), "ثz");
  EXPECT_EQ(read("\xFF\xFE\0\0\x2B\x06\0\0"sv, {}), "ث");
}

TEST_F(SourceTest, KeepsTheMarkOfUtf8AndShortFiles) {
  EXPECT_EQ(read("\uFEFFa", {}), "\uFEFFa");
  EXPECT_EQ(read("", {}), "");
  EXPECT_EQ(read("\xFE", {}), "\xFE");
}

TEST_F(SourceTest, DecodesANamedCharset) {
  EXPECT_EQ(read("\xDF\xE6", {.charset = "windows-1256"}), "كو");
  EXPECT_EQ(read("\xD9\x88", {.charset = "UTF8"}), "و");
  const auto source = open_source(write("\xDF"), {.charset = "windows-1256"});
  EXPECT_TRUE(source->is_converted());
  EXPECT_EQ(read(*source, 1), "ك");
  EXPECT_EQ(source->bytes_read(), 1U);
}

TEST_F(SourceTest, TreatsIllFormedInputAsTold) {
  const std::string_view lone = "a\0\0\xD8z\0"sv;  // a lead surrogate alone
  EXPECT_EQ(read(lone, {.charset = "UTF-16LE", .invalid = Invalid::replace}), "a\uFFFDz");
  EXPECT_EQ(read(lone, {.charset = "UTF-16LE", .invalid = Invalid::skip}), "az");
  const auto source = open_source(write(lone), {.charset = "UTF-16LE"});
  EXPECT_EQ(read(*source, 9), "a");
  ASSERT_TRUE(source->failure());
  EXPECT_TRUE(source->failure()->in_text);
  EXPECT_NE(source->failure()->message.find("byte 3 of the file"), std::string::npos) << source->failure()->message;
}

TEST_F(SourceTest, SaysWhyAFileCannotBeOpened) {
  EXPECT_EQ(error_message<OpenError>([&] { open_source(missing(), {}); }), missing() + ": No such file or directory");
  EXPECT_EQ(error_message<OpenError>([&] { open_source(folder(), {}); }), folder() + ": Is a directory");
  EXPECT_EQ(error_message<OpenError>([&] { open_source("", {}); }), "'': No such file or directory");
}

TEST_F(SourceTest, KnowsCharsets) {
  EXPECT_TRUE(is_known_charset("windows-1256"));
  EXPECT_FALSE(is_known_charset("kurdish"));
  EXPECT_FALSE(is_known_charset(""));
  EXPECT_TRUE(is_utf8("utf8"));
  EXPECT_FALSE(is_utf8("utf-16"));
}

TEST_F(SourceTest, TellsTheSizeOfRegularFiles) {
  EXPECT_EQ(size_of_file(write("abc")), 3U);
  EXPECT_EQ(size_of_file(missing()), std::nullopt);
  EXPECT_EQ(size_of_file(folder()), std::nullopt);
}

TEST_F(SourceTest, ReadFileReadsAll) {
  const std::string large(50'000, 'x');
  EXPECT_EQ(read_file(write(large)), large);
  EXPECT_EQ(read_file(write("")), "");
  EXPECT_EQ(error_message<FatalError>([&] { read_file(missing()); }), missing() + ": No such file or directory");
}

}  // namespace
}  // namespace ku
