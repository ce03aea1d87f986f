// Where ku-norm differs on purpose from Lucene's SoraniNormalizer (read: SoraniNormalizer.java), in examples of our
// own.

#include <gtest/gtest.h>

#include <sorani/normalizer.hpp>
#include <string>
#include <string_view>

namespace sorani {
namespace {

std::string normalized(std::string_view text, Profile profile = Profile::standard) {
  NormalizerOptions options;
  options.profile = profile;
  return Normalizer(options)(text);
}

TEST(UnlikeLucene, AFinalHehIsNotAlwaysTheVowel) {
  EXPECT_EQ(normalized("ه"), "ه") << "a letter by itself is a label or its own name";
  EXPECT_EQ(normalized("گوناه", Profile::search), "گوناه") << "after ا ۆ ێ ە no ە can stand";
  EXPECT_EQ(normalized("الله", Profile::search), "الله") << "Arabic";
}

TEST(UnlikeLucene, AFinalHehDoachashmeeIsMarkedAsTheConsonant) {
  EXPECT_EQ(normalized("شاھ"), "شاهـ") << "a bare final ه would be read as ە";
  EXPECT_EQ(normalized("شاھ", Profile::search), "شاه");
}

TEST(UnlikeLucene, MarksThatSpellLettersAreNotDropped) { EXPECT_EQ(normalized("كوَمةلَ", Profile::search), "کۆمەڵ"); }

TEST(UnlikeLucene, TheConjunctionIsAWord) { EXPECT_EQ(normalized("ئیش\u200Cو", Profile::search), "ئیش و"); }

}  // namespace
}  // namespace sorani
