#include "normalize/restore/words/word_decoder.hpp"

#include <algorithm>
#include <cmath>

namespace sorani::normalize::restore {
namespace {

/// How much more than the best choice others may cost: a pair of words hardly ever makes up for more.
constexpr float kMargin = 6;
/// The same where choices are listed: the last one is 3000 times less likely.
constexpr float kMarginOfBest = 8;

/// The best choices, with the probability of each among them, in a place that holds fewer.
void pack(const Choices& choices, const WordPairs& pairs, WordChoices& to) {
  to.count = 0;
  double total = 0;
  for (std::size_t i = 0; i < choices.size(); ++i) total += std::exp(choices[0].cost - choices[i].cost);
  std::size_t used = 0;
  for (std::size_t i = 0; i < choices.size() && to.count < WordChoices::kMax; ++i) {
    const LetterView letters = choices[i].letters.view();
    if (used + letters.size() > to.letters.size()) break;
    letters.copy(to.letters.data() + used, letters.size());
    const double probability = std::exp(choices[0].cost - choices[i].cost) / total;
    to.choices[to.count++] = {choices[i].cost, pairs.first(choices[i].word), static_cast<float>(probability),
                              static_cast<std::uint8_t>(used), static_cast<std::uint8_t>(letters.size())};
    used += letters.size();
  }
}

}  // namespace

const WordChoices& WordDecoder::choices(const TypedWord& typed, Keyboard keyboard, Words words) {
  const ChoiceCache::Key key(
      typed, static_cast<std::uint8_t>(static_cast<unsigned>(keyboard) * 2 + static_cast<unsigned>(words) + 1));
  bool is_new = false;
  WordChoices& place = cache_.find_or_insert(key, is_new);
  if (!is_new) return place;
  choices_.clear(WordChoices::kMax, kMargin);
  known_.find(typed.view(), keyboard, choices_);
  if (words == Words::all && !is_foreign(typed.view()) && (choices_.size() == 0 || choices_[0].cost > unlikely_)) {
    unknown_.find(typed.view(), keyboard, choices_);
  }
  pack(choices_, pairs_, place);
  return place;
}

/// A word that is not known and holds such a letter is one of another language.
bool WordDecoder::is_foreign(TypedView typed) const noexcept {
  return std::any_of(typed.begin(), typed.end(), [&](Typed letter) { return channel_.is_foreign(letter); });
}

const Choices& WordDecoder::best(const TypedWord& typed, Keyboard keyboard, std::size_t limit) {
  choices_.clear(limit, kMarginOfBest);
  known_.find(typed.view(), keyboard, choices_);
  if (!is_foreign(typed.view())) unknown_.find(typed.view(), keyboard, choices_);
  return choices_;
}

}  // namespace sorani::normalize::restore
