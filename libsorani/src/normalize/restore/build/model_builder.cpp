#include "normalize/restore/build/model_builder.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace sorani::normalize::restore {
namespace {

void build_word_costs(const std::vector<CountedWord>& words, ModelArrays& arrays) {
  double total = 0;
  for (const CountedWord& word : words) total += count_of(word);
  for (const CountedWord& word : words) {
    const double steps = std::round(std::log(total / count_of(word)) / double{kWordStep});
    arrays.word_costs.push_back(static_cast<std::uint8_t>(std::clamp(steps, 0.0, 255.0)));
  }
}

/// Tells each transition the least cost of the words that take it.
void build_least_costs(const std::vector<CountedWord>& words, ModelArrays& arrays) {
  using Transition = Vocabulary::Transition;
  constexpr int kStepsOfOne = static_cast<int>(Transition::kLeastStep / kWordStep);
  std::vector<std::uint32_t> least(arrays.transitions.size(), Transition::kMostLeast);
  for (WordNumber word = 0; word < words.size(); ++word) {
    const std::uint32_t cost = arrays.word_costs[word] / kStepsOfOne;
    std::uint32_t at = Vocabulary::kStart;
    for (const Letter letter : words[word].letters) {
      while (Transition(arrays.transitions[at]).letter() != letter) ++at;
      least[at] = std::min(least[at], cost);
      at = Transition(arrays.transitions[at]).target();
    }
  }
  for (std::size_t at = 0; at < least.size(); ++at) arrays.transitions[at] |= least[at] << Transition::kLeastShift;
}

void build_pairs(const std::vector<Followers>& pairs, ModelArrays& arrays) {
  const Vocabulary words = arrays.model().words;
  const auto number = [&](const LetterString& letters) {
    const WordNumber word = words.find(letters);
    if (word == kUnknownWord) throw std::invalid_argument("a pair of unknown words");
    return word;
  };
  arrays.pair_backoffs.assign(words.size(), 0);
  std::vector<PackedTable::Entry> entries;
  for (const Followers& row : pairs) {
    const WordNumber first = number(row.letters);
    arrays.pair_backoffs[first] = row.backoff;
    for (const Followers::Follower& second : row.followers) {
      const int value = std::clamp(second.gain + WordPairs::kNoGain, 0, 255);
      entries.push_back({WordPairs::key(first, number(second.letters)), static_cast<std::uint8_t>(value)});
    }
  }
  arrays.pairs = PackedTable::slots(entries);
}

}  // namespace

double count_of(const CountedWord& word) { return kLeastCount * std::exp(word.steps * double{kWordStep}); }

ModelArrays build_model(const std::vector<CountedWord>& words, const std::vector<Followers>& pairs) {
  const auto in_order = [](const CountedWord& a, const CountedWord& b) { return a.letters < b.letters; };
  for (std::size_t i = 0; i < words.size(); ++i) {
    const LetterString& letters = words[i].letters;
    if (letters.empty() || letters.size() > kMaxRestored || (i > 0 && !in_order(words[i - 1], words[i]))) {
      throw std::invalid_argument("words out of order, or too long");
    }
  }
  ModelArrays arrays;
  build_automaton(words, arrays);
  build_word_costs(words, arrays);
  build_least_costs(words, arrays);
  build_pairs(pairs, arrays);
  build_letter_model(words, arrays);
  return arrays;
}

}  // namespace sorani::normalize::restore
