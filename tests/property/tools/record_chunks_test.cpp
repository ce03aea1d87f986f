// The output for records depends on the input alone, as that for text: not on the chunk size, on when the input
// arrives, or on the number of threads. Errors included.

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "support/environment.hpp"
#include "tools/tool_runner.hpp"

namespace ku::test {
namespace {

using namespace std::string_view_literals;

/// Objects, columns, an error at the end, ill-formed UTF-8.
constexpr std::array kTexts = {
    "{\"text\":\"كورد\\n ه\",\"a\":[\"باش. هات\",1]}\n\n{\"text\" : \"a\\/b\"}\r\n{}\nx\tكو\n{\"text\":\"ي\"}\n"sv,
    "\uFEFF{\"a\":\"\\u0643\",\"text\":\"\"}\n{\"text\":\"نان\\ud800\"}\n{\"text\":\"ى\"}"sv,
    "{\"text\":\"ك\"}\n{\"x\":\"\xD8\",\"text\":\"ك\"}\n"sv,
    "ك\tي و\tن\r\n\nنان\n\tه"sv,
};

std::vector<Command> record_modes() {
  return {{"ku-norm", {"-F", "text", "-F", "a"}},
          {"ku-norm", {"-F", "text", "--explain"}},
          {"ku-norm", {"-F", "text", "--stats", "--invalid", "replace"}},
          {"ku-norm", {"-F", "text", "--check"}},
          {"ku-norm", {"-F", "/a/0", "--invalid", "skip"}},
          {"ku-norm", {"-C", "2-"}},
          {"ku-norm", {"-C", "2", "--explain"}},
          {"ku-tok", {"-F", "text"}},
          {"ku-tok", {"-s", "-F", "a", "--into", "s"}},
          {"ku-tok", {"-C", "1,3"}},
          {"ku-latin", {"-F", "text"}},
          {"ku-latin", {"-F", "text", "--best", "2"}},
          {"ku-lid", {"-F", "text", "-F", "a", "-f", "jsonl"}},
          {"ku-lid", {"-F", "text", "-f", "tsv", "-b", "2", "--invalid", "replace"}},
          {"ku-lid", {"--keep", "ckb", "-F", "a", "-F", "text"}},
          {"ku-lid", {"--keep", "und", "-v", "-C", "2"}},
          {"ku-count", {"-F", "text", "-F", "a"}},
          {"ku-count", {"-F", "text", "-n", "2"}},
          {"ku-count", {"-C", "2", "--summary"}}};
}

TEST(RecordChunks, OfEverySizeMakeTheSame) {
  for (const Command& mode : record_modes()) {
    for (const std::string_view text : kTexts) {
      const Outcome expected = run(mode, {}, text);
      for (std::size_t size = 1; size <= text.size() + 1; ++size) {
        ASSERT_EQ(run(mode, {"--chunk-size", std::to_string(size)}, text), expected) << shown(mode) << ' ' << size;
      }
    }
  }
}

TEST(RecordChunks, CutAnywhereMakeTheSame) {
  for (const Command& mode : record_modes()) {
    for (const std::string_view text : kTexts) {
      const Outcome expected = run(mode, {}, text);
      for (std::size_t cut = 0; cut <= text.size(); cut += 3) {
        ASSERT_EQ(run_in_parts(mode, text, cut), expected) << shown(mode) << " cut at " << cut;
      }
    }
  }
}

TEST(RecordChunks, OfRandomRecordsMakeTheSame) {
  constexpr std::array kParts = {
      "{\"text\":\""sv,           "\"}"sv,  "كورد"sv,    "ه"sv, " "sv, "\\n"sv, "\n"sv, "\t"sv, "{\"text\":\"ى\"}\n"sv,
      "{\"a\":[\"هات. ك\"]}\n"sv, "{}\n"sv, "\\u0643"sv, "x"sv};
  const std::vector<Command> modes = record_modes();
  const std::size_t runs = sorani::test::property_runs(600);
  for (std::size_t i = 0; i < runs; ++i) {
    std::mt19937_64 random(sorani::test::case_seed(i));
    const Command& mode = modes.at(i % modes.size());
    std::string text;
    for (std::size_t size = random() % 30; size > 0; --size) text += kParts.at(8 + random() % 3);
    for (std::size_t size = random() % 20; size > 0; --size) text += kParts.at(random() % kParts.size());
    const std::string size = std::to_string(1 + random() % (text.size() + 1));
    const std::string jobs = std::to_string(1 + random() % 3);
    ASSERT_EQ(run(mode, {"--chunk-size", size, "-j", jobs}, text), run(mode, {}, text))
        << shown(mode) << " --chunk-size " << size << " -j " << jobs << '\n'
        << text;
  }
}

}  // namespace
}  // namespace ku::test
