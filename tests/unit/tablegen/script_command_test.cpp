// What a slip in the data files of the letters does to the build: it stops with the file and the line.

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

constexpr std::string_view kFiles[] = {"alphabet.tsv", "characters.tsv", "look-alikes.tsv", "line-cuts.tsv"};

/// A copy of the data files to be broken.
class ScriptData : public testing::Test {
 protected:
  ScriptData() {
    for (const std::string_view name : kFiles) {
      std::filesystem::copy_file(std::filesystem::path(SORANI_DATA_DIR) / name, directory_.path() / name);
    }
  }

  void run() const {
    const std::vector<std::string> arguments{directory_.path(), directory_.path() / "out.cpp"};
    script_command(arguments);
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

TEST_F(ScriptData, IsRight) { EXPECT_NO_THROW(run()); }

TEST_F(ScriptData, WithAWrongLetterStopsTheBuild) {
  EXPECT_EQ(error_after("alphabet.tsv", "U+06A9\tک", "U+06A9\tك"), "ك is not U+06A9");
  EXPECT_EQ(error_after("alphabet.tsv", "U+06A9\tک", "U+0643\tك"),
            "U+0643 is ARABIC LETTER KAF, not ARABIC LETTER KEHEH");
  EXPECT_EQ(error_after("alphabet.tsv", "U+06A9\tک", "ک\tک"), "write the code point as U+06A9");
  EXPECT_EQ(error_after("alphabet.tsv", "LETTER AE\tvowel", "LETTER AE\tletter"), "no class is called letter");
  EXPECT_EQ(error_after("alphabet.tsv", "LETTER AE\tvowel", "LETTER AE\tdigit"), "not a kind of letter: digit");
  EXPECT_EQ(error_after("alphabet.tsv", "LETTER AE\tvowel\tright", "LETTER AE\tvowel\tdual"),
            "Unicode has another joining type");
  EXPECT_EQ(error_after("alphabet.tsv", "U+067E\tپ\tARABIC LETTER PEH", "U+0628\tب\tARABIC LETTER BEH"),
            "second row for ب");
}

TEST_F(ScriptData, WithAWrongCharacterStopsTheBuild) {
  EXPECT_EQ(error_after("characters.tsv", "ARABIC COMMA\tpunctuation", "ARABIC COMMA\tdigit"),
            "Unicode does not put ARABIC COMMA into class digit");
  EXPECT_EQ(error_after("characters.tsv", "ARABIC COMMA\tpunctuation\tcomma", "ARABIC COMMA\tpunctuation\t"),
            "no source");
  EXPECT_EQ(error_after("characters.tsv", "ARABIC TATWEEL\ttatweel", "ARABIC TATWEEL\tother-letter-"),
            "no class is called other-letter-");
}

TEST_F(ScriptData, WithAWrongLookAlikeStopsTheBuild) {
  EXPECT_EQ(error_after("look-alikes.tsv", "\tک\tARABIC LETTER KEHEH\t", "\tك\tARABIC LETTER KAF\t"),
            "U+0643 is not a letter of the alphabet");
  EXPECT_EQ(error_after("look-alikes.tsv", "\tک\tARABIC LETTER KEHEH\t", "\tک\tARABIC LETTER KAF\t"),
            "U+06A9 is ARABIC LETTER KEHEH, not ARABIC LETTER KAF");
  EXPECT_EQ(error_after("look-alikes.tsv", "kaf\tU+0643\tك\tARABIC LETTER KAF", "kaf\tU+06A9\tک\tARABIC LETTER KEHEH"),
            "ک is a letter of the alphabet");
  EXPECT_EQ(error_after("look-alikes.tsv", "kaf\tU+0643", "\tU+0643"), "no group");
  EXPECT_EQ(error_after("look-alikes.tsv", "U+064A\tي\tARABIC LETTER YEH", "U+0649\tى\tARABIC LETTER ALEF MAKSURA"),
            "not in the order of code points");
}

}  // namespace
}  // namespace tablegen
