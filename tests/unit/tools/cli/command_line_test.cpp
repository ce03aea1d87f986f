#include "common/cli/command_line.hpp"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "common/cli/help.hpp"
#include "common/io/diagnostics.hpp"
#include "support/error_message.hpp"

namespace ku {
namespace {

using Strings = std::vector<std::string>;
using sorani::test::error_message;

enum class Color { none, red, green };

/// Two names, as an enum of the library has.
std::string_view to_string(Color color) {
  return color == Color::none ? "none" : color == Color::red ? "red" : std::string_view();
}

void PrintTo(Color color, std::ostream* out) { *out << "color " << static_cast<int>(color); }

constexpr NamedValue<Color> kColors[] = {{"red", Color::red}, {"green", Color::green}};

/// A small tool: a flag, values of each sort, files.
class CommandLineTest : public testing::Test {
 protected:
  CommandLineTest() {
    line_.add_flag("-q,--quiet", quiet_, "be quiet");
    line_.add_value(
        "-o,--output", "FILE", [this](const std::string& value) { outputs_.push_back(value); }, "write to FILE");
    line_.add_choice("--color", "NAME", kColors, color_, "paint in this color");
    line_
        .add_value(
            "--once", "X", [](const std::string&) {}, "give it once")
        .set_once();
    line_
        .add_value(
            "--secret", "X", [](const std::string&) {}, "not shown")
        .hide();
    line_.add_files(files_);
    line_.exclude_each_other({"--quiet", "--color"});
  }

  std::string usage_error(Strings arguments) {
    return error_message<UsageError>([&] { line_.parse(std::move(arguments)); });
  }

  CommandLine line_{"ku-test", "Test the table."};
  bool quiet_ = false;
  Strings outputs_;
  Color color_ = Color::none;
  Strings files_;
};

TEST_F(CommandLineTest, ReadsFlagsValuesAndFiles) {
  line_.parse({"-q", "a", "-o", "x", "--output=y", "-", "--", "-b"});
  EXPECT_TRUE(quiet_);
  EXPECT_EQ(outputs_, (Strings{"x", "y"}));
  EXPECT_EQ(files_, (Strings{"a", "-", "-b"}));
  EXPECT_TRUE(line_.is_given("--output"));
  EXPECT_FALSE(line_.is_given("--color"));
}

TEST_F(CommandLineTest, StoresTheValueThatAChoiceNames) {
  line_.parse({"--color", "red", "--color=green"});
  EXPECT_EQ(color_, Color::green);
  EXPECT_EQ(line_.options()[2]->values(), (Strings{"red", "green"}));
}

TEST_F(CommandLineTest, TakesTheNamesOfAnEnumFromTheLibrary) {
  Color mixed = Color::green;
  line_.add_choice("--mix", "NAME", mixed, "mix in this color");
  EXPECT_EQ(line_.options().back()->values(), (Strings{"none", "red"}));
  line_.parse({"--mix", "red"});
  EXPECT_EQ(mixed, Color::red);
  line_.parse({"--mix=none"});
  EXPECT_EQ(mixed, Color::none);
  EXPECT_EQ(usage_error({"--mix=green"}), "--mix: 'green' is not one of none, red");
}

TEST_F(CommandLineTest, RejectsWhatTheTableDoesNotHave) {
  EXPECT_EQ(usage_error({"--outptu=x"}), "unknown option '--outptu'; did you mean '--output'?");
  EXPECT_EQ(usage_error({"--secre"}), "unknown option '--secre'");  // hidden options are not suggested
  EXPECT_EQ(usage_error({"-x"}), "unknown option '-x'");
  EXPECT_EQ(usage_error({"--color", "blue"}), "--color: 'blue' is not one of red, green");
}

TEST_F(CommandLineTest, RejectsMissingAndSuperfluousValues) {
  EXPECT_EQ(usage_error({"--output"}), "--output needs a value");
  EXPECT_EQ(usage_error({"--output=", "a"}), "--output needs a value after '='");
  EXPECT_EQ(usage_error({"--quiet=yes"}), "--quiet takes no value");
}

TEST_F(CommandLineTest, RejectsContradictions) {
  EXPECT_EQ(usage_error({"--color", "red", "-q"}), "--quiet cannot be used with --color");
  EXPECT_EQ(usage_error({"--once", "1", "--once", "2"}), "--once: both '1' and '2' are given");
}

TEST_F(CommandLineTest, AcceptsTheSameValueTwice) { EXPECT_NO_THROW(line_.parse({"--once", "1", "--once", "1"})); }

TEST(CommandLine, RejectsFilesUnlessTheyAreAskedFor) {
  CommandLine line("ku-test", "Test.");
  EXPECT_EQ(error_message<UsageError>([&] { line.parse({"a"}); }), "unexpected argument 'a'");
}

TEST_F(CommandLineTest, HelpListsWhatIsNotHiddenIn80Columns) {
  line_.group("More");
  line_.add_value(
      "--with-a-rather-long-name", "VALUE", [](const std::string&) {},
      "a text so long that it does not fit into the rest of one line of help and has to be broken into several");
  const std::string help = help_text(line_);
  EXPECT_EQ(help.find("--secret"), std::string::npos);
  EXPECT_NE(help.find("\n  -o, --output FILE       write to FILE\n"), std::string::npos) << help;
  EXPECT_NE(help.find("\n      --color NAME"), std::string::npos) << help;
  EXPECT_NE(help.find("\nMore:\n"), std::string::npos) << help;
  for (std::size_t at = 0; at < help.size();) {
    const std::size_t end = std::min(help.find('\n', at), help.size());
    EXPECT_LE(end - at, 80U) << help.substr(at, end - at);
    at = end + 1;
  }
}

TEST_F(CommandLineTest, WritesTheFormOfAnOption) {
  const Option& optional = line_.add_optional_value(
      "-i,--in-place", "SUFFIX", [](const std::string&) {}, "rewrite");
  EXPECT_EQ(option_form(optional), "-i, --in-place[=SUFFIX]");
  EXPECT_EQ(option_form(*line_.options().front()), "-q, --quiet");
}

TEST(ParseNumber, AcceptsDecimalNumbersInRange) {
  EXPECT_EQ(parse_number("-n", "1", 1, 9), 1U);
  EXPECT_EQ(parse_number("-n", "9", 1, 9), 9U);
  EXPECT_EQ(parse_number("-n", "18446744073709551615", 0, UINT64_MAX), UINT64_MAX);
}

TEST(ParseNumber, RejectsEverythingElse) {
  for (const std::string value : {"", "0", "10", "-1", "+1", " 1", "1 ", "1.0", "0x1", "a", "18446744073709551616"}) {
    EXPECT_EQ(error_message<UsageError>([&] { parse_number("-n", value, 1, 9); }),
              "-n: '" + value + "' is not a number from 1 to 9");
  }
}

}  // namespace
}  // namespace ku
