// The letter model: n-grams of one to four letters of the known words, interpolated by Witten and Bell (1991): the
// probability of a letter behind a context that was seen c times with t different letters is
//   (count + t * probability behind the context without its first letter) / (c + t).
// Each word counts ln(1 + count) times, since unknown words are like rare ones.
#include <algorithm>
#include <cmath>
#include <map>

#include "normalize/restore/build/model_builder.hpp"

namespace sorani::normalize::restore {
namespace {

using Context = LetterModel::Context;

/// Trigrams counted less have no row of 4-grams.
constexpr double kLeastContext = 4;
constexpr double kMaxSteps = 255;

struct Seen {
  double count = 0;
  double kinds = 0;
  double backoff() const { return count == 0 ? 1 : kinds / (count + kinds); }
};

std::uint8_t steps(double probability) {
  return static_cast<std::uint8_t>(std::min(std::round(-std::log(probability) / double{kLetterStep}), kMaxSteps));
}

class Ngrams {
 public:
  static constexpr std::size_t kOrders = 4;

  void add(const CountedWord& word) {
    const double weight = std::log1p(count_of(word));
    std::uint32_t last = LetterModel::kStart;
    const auto push = [&](Letter letter) {
      last = (last << 6 | letter) & 0xFFFFFF;
      for (std::size_t n = 1; n <= kOrders; ++n) counts_[n][last & mask(n)] += weight;
    };
    for (const Letter letter : word.letters) push(letter);
    push(kEdge);
  }

  void finish() {
    for (std::size_t n = 1; n <= kOrders; ++n) {
      for (const auto& [ngram, count] : counts_[n]) {
        Seen& context = seen_[n][ngram >> 6];
        context.count += count;
        context.kinds += 1;
      }
    }
  }

  double probability(std::size_t n, std::uint32_t ngram) const {
    if (n == 0) return 1.0 / LetterModel::kSymbols;
    const double lower = probability(n - 1, ngram & mask(n - 1));
    const Seen context = seen(n, (ngram & mask(n)) >> 6);
    const auto count = counts_[n].find(ngram & mask(n));
    if (count == counts_[n].end()) return context.backoff() * lower;
    return count->second / (context.count + context.kinds) + context.backoff() * lower;
  }

  /// The context of an n-gram, without its last letter.
  Seen seen(std::size_t n, std::uint32_t context) const {
    const auto found = seen_[n].find(context);
    return found == seen_[n].end() ? Seen{} : found->second;
  }

 private:
  static constexpr std::uint32_t mask(std::size_t n) { return (std::uint32_t{1} << 6 * n) - 1; }

  std::array<std::map<std::uint32_t, double>, kOrders + 1> counts_;  // by order
  std::array<std::map<std::uint32_t, Seen>, kOrders + 1> seen_;  // contexts, by the order of what they are followed by
};

}  // namespace

void build_letter_model(const std::vector<CountedWord>& words, ModelArrays& arrays) {
  Ngrams ngrams;
  for (const CountedWord& word : words) ngrams.add(word);
  ngrams.finish();
  constexpr auto kSymbols = static_cast<Context>(LetterModel::kSymbols);
  arrays.row_numbers.assign(LetterModel::kTrigrams, LetterModel::kNoRow);
  for (Context a = 0; a < kSymbols; ++a) {
    for (Context b = 0; b < kSymbols; ++b) {
      for (Context c = 0; c < kSymbols; ++c) {
        const Context trigram = (a << 6 | b) << 6 | c;
        arrays.trigrams.push_back(steps(ngrams.probability(3, trigram)));
        if (ngrams.seen(4, trigram).count < kLeastContext) continue;
        arrays.row_numbers[LetterModel::index(trigram)] =
            static_cast<std::uint16_t>(arrays.fourgrams.size() / LetterModel::kSymbols);
        for (Context d = 0; d < kSymbols; ++d) {
          arrays.fourgrams.push_back(steps(ngrams.probability(4, trigram << 6 | d)));
        }
      }
    }
  }
}

}  // namespace sorani::normalize::restore
