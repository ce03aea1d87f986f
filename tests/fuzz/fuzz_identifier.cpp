// Probabilities are a distribution, do not depend on earlier texts, and are those of the scores without a cache.

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <sorani/language_identifier.hpp>
#include <string_view>

#include "require.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  static sorani::LanguageIdentifier used;
  const auto all = used.probabilities(text);
  double sum = 0;
  for (const double probability : all) {
    SORANI_REQUIRE(probability >= 0 && probability <= 1);
    sum += probability;
  }
  SORANI_REQUIRE(std::abs(sum - 1) < 1e-9);
  sorani::LanguageIdentifier fresh;
  SORANI_REQUIRE(fresh.probabilities(text) == all);
  SORANI_REQUIRE(all[static_cast<std::size_t>(fresh(text))] >= 1.0 / sorani::kLanguageCount - 1e-9);
  return 0;
}
