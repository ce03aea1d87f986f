// What a disagreement between the tables of letters and sounds does to the build: it stops with the file and the line.

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

/// A copy of the data files to be broken.
class G2pData : public testing::Test {
 protected:
  G2pData() {
    const std::filesystem::path data = SORANI_DATA_DIR;
    for (const std::string_view name :
         {"alphabet.tsv", "characters.tsv", "g2p-letters.tsv", "g2p-weights.tsv", "lexicon.tsv", "phonemes.tsv"}) {
      std::filesystem::copy_file(data / name, directory_.path() / name);
    }
  }

  void run(void (*command)(Arguments)) const {
    const std::vector<std::string> arguments{directory_.path(), directory_.path() / "out"};
    command(arguments);
  }

  /// Replaces the first `from` of a file and returns the error message without the directory and the line.
  std::string error_after(std::string_view file, std::string_view from, std::string_view to,
                          void (*command)(Arguments) = g2p_command) const {
    std::ifstream in(directory_.path() / file);
    std::string content{std::istreambuf_iterator<char>(in), {}};
    const std::size_t at = content.find(from);
    if (at == std::string::npos) return "no such text";
    directory_.write(file, std::string(content).replace(at, from.size(), to));
    const std::string message = tablegen_error([&] { run(command); });
    directory_.write(file, content);
    return message.substr(message.find(": ") + 2);
  }

  TemporaryDirectory directory_;
};

TEST_F(G2pData, IsRight) {
  for (const auto command : {g2p_command, characters_command, phonemes_command}) EXPECT_NO_THROW(run(command));
}

TEST_F(G2pData, WithADisagreementStopsTheBuild) {
  EXPECT_EQ(error_after("g2p-letters.tsv", "ا\ta\tvowel", "ا\ta\tstop"),
            "alphabet.tsv has another kind of letter than stop");
  EXPECT_EQ(error_after("g2p-letters.tsv", "ب\tb\tstop", "ب\tb\tvowel"),
            "alphabet.tsv has another kind of letter than vowel");
  EXPECT_EQ(error_after("g2p-letters.tsv", "و\tw\twaw", "و\tw\tliquid"),
            "alphabet.tsv has another kind of letter than liquid");
  EXPECT_EQ(error_after("g2p-letters.tsv", "ب\tb", "ب\ta"), "a second such symbol");
  constexpr std::string_view kDisagree = "alphabet.tsv and phonemes.tsv disagree on whether this is a vowel";
  EXPECT_EQ(error_after("phonemes.tsv", "b\tb\tب\tARABIC LETTER BEH\tconsonant", "b\tb\tب\tARABIC LETTER BEH\tvowel"),
            kDisagree);
  EXPECT_EQ(error_after("phonemes.tsv", "b\tb\tب\tARABIC LETTER BEH", "b\tb\tپ\tARABIC LETTER PEH"), kDisagree);
  EXPECT_EQ(error_after("phonemes.tsv", "p\tp\tپ\tARABIC LETTER PEH", "p\tp\tب\tARABIC LETTER BEH"),
            "two consonants in phonemes.tsv");
}

TEST_F(G2pData, WithTwoCharactersOfOneNameStopsTheBuild) {
  EXPECT_EQ(error_after("characters.tsv", "U+00AB\t«\tLEFT-POINTING DOUBLE ANGLE QUOTATION MARK",
                        "U+0628\tب\tARABIC LETTER BEH", characters_command),
            "a second character is called kBeh");
  EXPECT_EQ(error_after("phonemes.tsv", "b\tb\t", "a\tb\t", phonemes_command), "second row for a");
}

}  // namespace
}  // namespace tablegen
