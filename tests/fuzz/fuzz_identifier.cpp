// Probabilities are a distribution, and the scores of words do not depend on earlier texts: they are those of the naive
// implementation.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <sorani/language_identifier.hpp>
#include <string_view>

#include "identify/naive_scores.hpp"
#include "identify/token_scores.hpp"
#include "require.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  static const sorani::identify::Model& model = sorani::identify::built_in_model();
  static sorani::identify::TokenScorer scorer(model);
  const sorani::identify::Scores scores = scorer.score(text);
  const sorani::identify::Scores expected = sorani::test::naive_scores(text, model);
  SORANI_REQUIRE(scores.sums == expected.sums);
  SORANI_REQUIRE(scores.arabic == expected.arabic && scores.latin == expected.latin);
  SORANI_REQUIRE(scores.foreign == expected.foreign);
  static sorani::LanguageIdentifier identifier;
  const auto all = identifier.probabilities(text);
  double sum = 0;
  for (const double probability : all) {
    SORANI_REQUIRE(probability >= 0 && probability <= 1);
    sum += probability;
  }
  SORANI_REQUIRE(std::abs(sum - 1) < 1e-9);
  SORANI_REQUIRE(all[static_cast<std::size_t>(identifier(text))] == *std::max_element(all.begin(), all.end()));
  return 0;
}
