#include "common/cli/values/nearest.hpp"

#include <gtest/gtest.h>

#include "common/io/diagnostics.hpp"
#include "support/error_message.hpp"

namespace ku {
namespace {

TEST(EditDistance, CountsEdits) {
  EXPECT_EQ(edit_distance("", ""), 0U);
  EXPECT_EQ(edit_distance("", "abc"), 3U);
  EXPECT_EQ(edit_distance("abc", ""), 3U);
  EXPECT_EQ(edit_distance("abc", "abc"), 0U);
  EXPECT_EQ(edit_distance("abc", "abxc"), 1U);   // insertion
  EXPECT_EQ(edit_distance("abc", "ac"), 1U);     // deletion
  EXPECT_EQ(edit_distance("abc", "axc"), 1U);    // substitution
  EXPECT_EQ(edit_distance("abcd", "acbd"), 1U);  // transposition
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
}

TEST(DidYouMean, NamesTheNearest) {
  EXPECT_EQ(did_you_mean("tatwel", {"hamza", "tatweel", "digits"}), "; did you mean 'tatweel'?");
  EXPECT_EQ(did_you_mean("--ouptut", {"--null", "--output"}), "; did you mean '--output'?");
}

TEST(DidYouMean, TakesAPrefixForTheName) {
  EXPECT_EQ(did_you_mean("arab", {"latin", "arabic-punctuation"}), "; did you mean 'arabic-punctuation'?");
}

TEST(DidYouMean, SaysNothingIfNoneIsNear) {
  EXPECT_EQ(did_you_mean("xyz", {"hamza", "tatweel"}), "");
  EXPECT_EQ(did_you_mean("ab", {"abc"}), "");  // too short to tell
  EXPECT_EQ(did_you_mean("abc", {}), "");
}

TEST(RequireOneOf, ThrowsForOthers) {
  EXPECT_NO_THROW(require_one_of({"a", "b"}, "--x", "b"));
  EXPECT_EQ(sorani::test::error_message<UsageError>([] {
              require_one_of({"a", "b"}, "--x", "c");
            }),
            "--x: 'c' is not one of a, b");
}

}  // namespace
}  // namespace ku
