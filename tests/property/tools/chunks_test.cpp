// The output of a tool depends on its input alone: not on the chunk size, on when the input arrives, or on the number
// of threads. Every mode of every tool, every chunk size and every split of the input.

#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "support/environment.hpp"
#include "support/temporary_directory.hpp"
#include "tools/tool_runner.hpp"

namespace ku::test {
namespace {

using namespace std::string_view_literals;

/// Short lines with all line ends, sentences, and what rules look across; lines that are cut in the middle; ill-formed
/// UTF-8.
constexpr std::array kTexts = {
    "باش\n.باش هات\n\n«ئەو.» ڕۆی!\r\nد. ٢/٨\n\na@b.krd"sv,
    "كو  ى نامه \n ‌و &lt;2ڕ\0ـ\n{a} Az\t.\nنان باش نین و az b"sv,
    "نا\nab\xD8\n\xE2\x82z\nن\xFF"sv,
};

class Chunks : public testing::TestWithParam<const char*> {
 protected:
  /// The modes of the tool under test.
  std::vector<Command> modes() const {
    const auto map = directory_.write("map.tsv", "باش\tچاک\nنان\tئاو و خاک\n");
    std::vector<Command> modes = all_modes(map.string());
    std::erase_if(modes, [](const Command& mode) { return mode.tool != GetParam(); });
    return modes;
  }

 private:
  sorani::test::TemporaryDirectory directory_;
};

/// True if they are the same; a difference is a failure.
bool expect_same(const Outcome& outcome, const Outcome& expected, const std::string& what, std::string_view text) {
  EXPECT_EQ(outcome.out, expected.out) << what << '\n' << text;
  EXPECT_EQ(outcome.err, expected.err) << what << '\n' << text;
  EXPECT_EQ(outcome.status, expected.status) << what << '\n' << text;
  return outcome == expected;
}

TEST_P(Chunks, OfEverySizeMakeTheSame) {
  for (const Command& mode : modes()) {
    bool is_same = true;
    for (const std::string_view text : kTexts) {
      const Outcome expected = run(mode, {}, text);
      for (std::size_t size = 1; size <= text.size() + 1 && is_same; ++size) {
        const std::string number = std::to_string(size);
        is_same = expect_same(run(mode, {"--chunk-size", number}, text), expected,
                              shown(mode) + " --chunk-size " + number, text);
      }
    }
  }
}

TEST_P(Chunks, CutAnywhereMakeTheSame) {
  for (const Command& mode : modes()) {
    bool is_same = true;
    for (const std::string_view text : kTexts) {
      const Outcome expected = run(mode, {}, text);
      for (std::size_t cut = 0; cut <= text.size() && is_same; ++cut) {
        is_same =
            expect_same(run_in_parts(mode, text, cut), expected, shown(mode) + " cut at " + std::to_string(cut), text);
      }
    }
  }
}

/// Parts of text in any order.
std::string random_text(std::mt19937_64& random) {
  constexpr std::array kParts = {
      "باش"sv,  "ئەو"sv, "هات"sv, "و"sv,    "ه"sv,   "كي"sv, "\n"sv,   "\n"sv, "."sv,       "!"sv,
      "؟"sv,    "«"sv,   "»"sv,   "("sv,    ")"sv,   "د."sv, " "sv,    " "sv,  " "sv,       "  "sv,
      "\t"sv,   "‌"sv, "ـ"sv,   "12"sv,   "٢٫٥"sv, "a"sv,  "Azad"sv, "w"sv,  "x@y.krd"sv, "#a"sv,
      "&gt;"sv, "{"sv,   "}"sv,   "\r\n"sv, "\0"sv,  "…"sv,  "ِ"sv,     "\""sv, "😀"sv,       "http://a.krd/b"sv};
  std::string text;
  for (std::size_t size = random() % 60; size > 0; --size) text += kParts.at(random() % kParts.size());
  return text;
}

TEST_P(Chunks, OfRandomTextMakeTheSame) {
  const std::vector<Command> all = modes();
  const std::size_t runs = sorani::test::property_runs(800);
  for (std::size_t i = 0; i < runs; ++i) {
    std::mt19937_64 random(sorani::test::case_seed(i));
    const Command& mode = all.at(i % all.size());
    const std::string text = random_text(random);
    const Outcome expected = run(mode, {}, text);
    const std::string size = std::to_string(1 + random() % (text.size() + 1));
    const std::string jobs = std::to_string(1 + random() % 3);
    const Outcome outcome = run(mode, {"--chunk-size", size, "-j", jobs}, text);
    ASSERT_EQ(outcome.out, expected.out) << shown(mode) << " --chunk-size " << size << " -j " << jobs << '\n' << text;
    ASSERT_EQ(outcome.status, expected.status) << shown(mode) << '\n' << text;
  }
}

TEST(PiecesOfTables, CutAnywhereMakeTheSame) {
  for (const std::string_view table :
       {"\uFEFFئاو\t10\nئاو و\t2\nن\\t\t18446744073709551615\n"sv, "a\t1\nb\xFF\t2\n"sv}) {
    for (const char* const order : {"count", "key", "alphabet"}) {
      const Command merge{"ku-count", {"--merge", "--sort", order}};
      const Outcome expected = run(merge, {}, table);
      for (std::size_t cut = 0; cut <= table.size(); ++cut) {
        expect_same(run_in_parts(merge, table, cut), expected, shown(merge) + " cut at " + std::to_string(cut), table);
      }
    }
  }
}

std::string tool_name(const testing::TestParamInfo<const char*>& info) { return std::string(info.param).substr(3); }

INSTANTIATE_TEST_SUITE_P(Tools, Chunks, testing::Values("ku-count", "ku-latin", "ku-lid", "ku-norm", "ku-tok"),
                         tool_name);

}  // namespace
}  // namespace ku::test
