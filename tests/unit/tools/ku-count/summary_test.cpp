#include "ku-count/summary.hpp"

#include <gtest/gtest.h>

#include "support/list_rows.hpp"

namespace ku::count {
namespace {

using sorani::test::rows_of;

TEST(Summarize, CountsCharactersNotBytes) {
  const CountSummary summary = summarize(rows_of({{"نان", 2}, {"و", 1}, {"ab", 1}}), false);
  EXPECT_EQ(summary.tokens, 4U);
  EXPECT_EQ(summary.types, 3U);
  EXPECT_EQ(summary.hapax, 2U);
  EXPECT_EQ(summary.token_characters, 9U);
  EXPECT_EQ(summary.longest_token, 3U);
}

TEST(Summarize, CountsAnEscapeAsOneCharacter) {
  EXPECT_EQ(summarize(rows_of({{"\\t", 3}}), true).token_characters, 3U);
  EXPECT_EQ(summarize(rows_of({{"\\t", 3}}), false).token_characters, 6U);
}

TEST(SummaryText, HasARowPerNumber) {
  const CountSummary counts{.tokens = 4, .types = 2, .hapax = 1, .token_characters = 10, .longest_token = 3};
  EXPECT_EQ(summary_text(counts, nullptr, Format::tsv),
            "tokens\t4\ntypes\t2\ntype-token-ratio\t0.5000\nhapax\t1\nmean-token-length\t2.5000\n"
            "longest-token-length\t3\n");
  const sorani::TextStatistics text{.lines = 2, .characters = 12, .foreign_letters = 1, .longest_line = 3};
  EXPECT_EQ(summary_text(counts, &text, Format::json),
            R"({"lines":2,"tokens":4,"types":2,"type-token-ratio":0.5000,"hapax":1,"characters":12,)"
            R"("letters-outside-alphabet":1,"mean-token-length":2.5000,"longest-token-length":3,)"
            R"("mean-line-length":2.0000,"longest-line-length":3})"
            "\n");
}

TEST(SummaryText, HasZeroRatiosWithoutTokens) {
  EXPECT_EQ(summary_text({}, nullptr, Format::tsv),
            "tokens\t0\ntypes\t0\ntype-token-ratio\t0.0000\nhapax\t0\nmean-token-length\t0.0000\n"
            "longest-token-length\t0\n");
}

}  // namespace
}  // namespace ku::count
