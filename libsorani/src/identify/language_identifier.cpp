// Tells the language of a text.
//
// The text is cut into tokens at ASCII characters other than letters (token_finder.hpp). The scores of a token, one for
// each language, are sums of weights, for each letter those of the longest known n-gram that ends there (features.hpp,
// model.hpp). They do not depend on the neighbors of the token, so those of short tokens are cached (token_scores.hpp):
// on ordinary text, nearly all that is left to do is to look up tokens by a hash of their bytes, and to add sixteen
// numbers for each.
//
// The sums, divided by a power of the number of letters, go through a softmax, whose scale and exponent were fitted on
// text that the weights had not been learned from. The weights are written by libsorani/trainer.

#include <algorithm>
#include <numeric>
#include <sorani/language_identifier.hpp>

#include "identify/model.hpp"
#include "identify/token_scores.hpp"

namespace sorani {

static_assert(kLanguageCount == identify::kClasses);

struct LanguageIdentifier::Impl {
  identify::TokenScorer scorer{identify::built_in_model()};
};

LanguageIdentifier::LanguageIdentifier() : impl_(std::make_unique<Impl>()) {}
LanguageIdentifier::LanguageIdentifier(const LanguageIdentifier& /*other*/) : LanguageIdentifier() {}
LanguageIdentifier::LanguageIdentifier(LanguageIdentifier&&) noexcept = default;
LanguageIdentifier& LanguageIdentifier::operator=(const LanguageIdentifier& other) {
  if (this != &other) *this = LanguageIdentifier(other);
  return *this;
}
LanguageIdentifier& LanguageIdentifier::operator=(LanguageIdentifier&&) noexcept = default;
LanguageIdentifier::~LanguageIdentifier() = default;

std::array<double, kLanguageCount> LanguageIdentifier::probabilities(std::string_view text) {
  const identify::Scores scores = impl_->scorer.score(text);
  if (!identify::is_decidable(scores)) {
    std::array<double, kLanguageCount> result{};
    result[static_cast<std::size_t>(Language::und)] = 1;
    return result;
  }
  return identify::probabilities(scores, identify::built_in_calibration());
}

LanguageScore LanguageIdentifier::best(std::string_view text) {
  const auto all = probabilities(text);
  const auto* const most = std::max_element(all.begin(), all.end());
  return {static_cast<Language>(most - all.begin()), *most};
}

Language LanguageIdentifier::operator()(std::string_view text) {
  const identify::Scores scores = impl_->scorer.score(text);
  if (!identify::is_decidable(scores)) return Language::und;
  const auto all = identify::logits(scores, identify::built_in_calibration());
  return static_cast<Language>(std::max_element(all.begin(), all.end()) - all.begin());
}

std::size_t LanguageIdentifier::best(std::string_view text, std::span<LanguageScore> scores) {
  const auto all = probabilities(text);
  std::array<std::uint8_t, kLanguageCount> order;
  std::iota(order.begin(), order.end(), std::uint8_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::uint8_t a, std::uint8_t b) { return all[a] > all[b]; });
  const std::size_t count = std::min(scores.size(), order.size());
  for (std::size_t i = 0; i < count; ++i) scores[i] = {static_cast<Language>(order[i]), all[order[i]]};
  return count;
}

}  // namespace sorani
