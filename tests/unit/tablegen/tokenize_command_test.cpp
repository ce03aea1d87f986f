// What a slip in the data files of the tokenizer does to the build: it stops with the file and the line.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "commands/commands.hpp"
#include "support/expect_error.hpp"
#include "support/temporary_directory.hpp"

namespace tablegen {
namespace {

using sorani::test::tablegen_error;
using sorani::test::TemporaryDirectory;

constexpr std::string_view kFiles[] = {"token-characters.tsv", "abbreviations.tsv", "sentence-words.tsv"};

/// A copy of the data files to be broken.
class TokenizeData : public testing::Test {
 protected:
  TokenizeData() {
    for (const std::string_view name : kFiles) {
      std::filesystem::copy_file(std::filesystem::path(SORANI_DATA_DIR) / name, directory_.path() / name);
    }
  }

  void run() const {
    const std::vector<std::string> arguments{directory_.path(), directory_.path() / "out.cpp"};
    tokenize_command(arguments);
  }

  /// Replaces the first `from` of a file and returns the error message without the directory and the line.
  std::string error_after(std::string_view file, std::string_view from, std::string_view to) const {
    std::ifstream in(directory_.path() / file);
    std::string content{std::istreambuf_iterator<char>(in), {}};
    const std::size_t at = content.find(from);
    if (at == std::string::npos) return "no such text";
    directory_.write(file, std::string(content).replace(at, from.size(), to));
    const std::string message = tablegen_error([&] { run(); });
    directory_.write(file, content);
    const std::string prefix = (directory_.path() / file).string() + ':';
    EXPECT_TRUE(message.starts_with(prefix)) << message;
    return message.substr(message.find(": ") + 2);
  }

 private:
  TemporaryDirectory directory_;
};

TEST_F(TokenizeData, IsRight) { EXPECT_NO_THROW(run()); }

TEST_F(TokenizeData, WithAWrongCharacterStopsTheBuild) {
  EXPECT_EQ(error_after("token-characters.tsv", "U+060C\t،", "U+060C\t؛"), "؛ is not U+060C");
  EXPECT_EQ(error_after("token-characters.tsv", "ARABIC COMMA\tpunctuation", "ARABIC COMMA\tword"),
            "no such kind: word");
  EXPECT_EQ(error_after("token-characters.tsv", "end full-stop", "ends full-stop"), "unknown: ends");
  EXPECT_EQ(
      error_after("token-characters.tsv", "ARABIC COMMA\tpunctuation\t\tleft", "ARABIC COMMA\tpunctuation\t\ttoggle"),
      "only what opens and closes can toggle");
  EXPECT_EQ(error_after("token-characters.tsv", "U+060C\t،\tARABIC COMMA", "U+0041\tA\tLATIN CAPITAL LETTER A"),
            "not in the order of code points");
}

TEST_F(TokenizeData, WithAWrongListStopsTheBuild) {
  EXPECT_EQ(error_after("abbreviations.tsv", "هتد\tword", "هتد\tverb"), "no such kind: verb");
  EXPECT_EQ(error_after("abbreviations.tsv", "هتد\tword", "آتد\tword"), "not in the order of bytes");
  EXPECT_EQ(error_after("abbreviations.tsv", "هتد\tword", "هتدددد\tword"), "longer than the tokenizer looks back");
  EXPECT_EQ(error_after("sentence-words.tsv", "\tsaying\t", "\tsinging\t"), "no such role: singing");
  EXPECT_EQ(error_after("sentence-words.tsv", "هتد\tand-so-on", "آتد\tand-so-on"), "not in the order of bytes");
}

}  // namespace
}  // namespace tablegen
