// Properties of the language identifier for every text: the scores are those of a naive implementation, whatever the
// cache holds, and depend on the words alone.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <sorani/language_identifier.hpp>
#include <string>
#include <vector>

#include "identify/naive_scores.hpp"
#include "identify/token_scores.hpp"
#include "normalize/random_text.hpp"
#include "support/environment.hpp"
#include "support/escaped.hpp"

namespace sorani::test {
namespace {

/// Words of all lengths from letters of both scripts, so that the sets of the cache are full of them. A third differ
/// past their first 16 bytes only.
std::string many_words(std::size_t count, std::mt19937_64& random) {
  static const char* const kLetters[] = {"a", "b", "ê", "ḧ", "ا", "ب", "ك", "ە", "ه\u200C", "ﻪ"};
  std::string text;
  for (std::size_t word = 0; word < count; ++word) {
    if (word % 3 == 0) text += "کوردستان";
    for (std::size_t n = random() % (word % 50 == 0 ? 60 : 5) + 1; n > 0; --n) text += kLetters[random() % 10];
    text += random() % 9 == 0 ? ", 1 " : " ";
  }
  return text;
}

TEST(IdentifierProperties, ScoresAreThoseOfTheReference) {
  const identify::Model& model = identify::built_in_model();
  identify::TokenScorer scorer(model);
  const auto check = [&](const std::string& text) {
    const identify::Scores expected = naive_scores(text, model);
    const identify::Scores actual = scorer.score(text);
    EXPECT_EQ(actual.sums, expected.sums) << escaped(text);
    EXPECT_EQ(actual.arabic, expected.arabic) << escaped(text);
    EXPECT_EQ(actual.latin, expected.latin) << escaped(text);
    EXPECT_EQ(actual.foreign, expected.foreign) << escaped(text);
  };
  for (std::size_t i = 0; i < property_runs(3000); ++i) {
    RandomText random(case_seed(i));
    check(random.text());
    if (i % 100 != 0) continue;
    std::mt19937_64 engine(case_seed(i));
    check(many_words(3000, engine));
  }
}

TEST(IdentifierProperties, ProbabilitiesDependOnTheWordsAlone) {
  LanguageIdentifier used;
  for (std::size_t i = 0; i < property_runs(1000); ++i) {
    std::mt19937_64 engine(case_seed(i));
    std::vector<std::string> words;
    for (std::size_t n = engine() % 12; n > 0; --n) {
      RandomText random(engine());
      // A space in a piece may separate words.
      words.push_back(random.ordinary(engine() % 20 + 1));
    }
    const auto joined = [&](const char* between) {
      std::string text;
      for (const std::string& word : words) text.append(word).append(between);
      return text;
    };
    const std::string text = joined(" ");
    const auto all = used.probabilities(text);
    EXPECT_NEAR(std::accumulate(all.begin(), all.end(), 0.0), 1, 1e-9) << escaped(text);
    const LanguageScore best = used.best(text);
    EXPECT_EQ(best.probability, *std::max_element(all.begin(), all.end())) << escaped(text);
    EXPECT_EQ(used(text), best.language) << escaped(text);
    std::shuffle(words.begin(), words.end(), engine);
    EXPECT_EQ(used.probabilities(joined(" 12\t- ")), all) << escaped(text);
    EXPECT_EQ(LanguageIdentifier().probabilities(text), all) << escaped(text);
  }
}

}  // namespace
}  // namespace sorani::test
