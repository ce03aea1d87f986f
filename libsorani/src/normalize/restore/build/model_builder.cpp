#include "normalize/restore/build/model_builder.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace sorani::normalize::restore {
namespace {

void build_pairs(const std::vector<Followers>& pairs, ModelArrays& arrays) {
  const Vocabulary words = arrays.model().words;
  const auto number = [&](const LetterString& letters) {
    const WordNumber word = is_boundary(letters) ? kBoundary : words.find(letters);
    if (word == kUnknownWord) throw std::invalid_argument("a pair of unknown words");
    return word;
  };
  std::vector<PackedTable::Entry> entries;
  for (const Followers& row : pairs) {
    const WordNumber first = number(row.letters);
    entries.push_back({WordPairs::key(first, kUnknownWord), row.backoff});
    for (const Followers::Follower& second : row.followers) {
      const int value = std::clamp(second.gain + WordPairs::kNoGain, 0, 255);
      entries.push_back({WordPairs::key(first, number(second.letters)), static_cast<std::uint8_t>(value)});
    }
  }
  arrays.pairs = PackedTable::slots(entries);
}

}  // namespace

bool is_boundary(const LetterString& word) { return word.size() == 1 && word[0] == kEdge; }

double count_of(const CountedWord& word) { return kLeastCount * std::exp(word.steps * double{kWordStep}); }

ModelArrays build_model(const std::vector<CountedWord>& words, const std::vector<Followers>& pairs,
                        const std::vector<Typing>& typings) {
  const auto in_order = [](const CountedWord& a, const CountedWord& b) { return a.letters < b.letters; };
  for (std::size_t i = 0; i < words.size(); ++i) {
    const LetterString& letters = words[i].letters;
    if (letters.empty() || letters.size() > kMaxRestored || (i > 0 && !in_order(words[i - 1], words[i]))) {
      throw std::invalid_argument("words out of order, or too long");
    }
  }
  ModelArrays arrays;
  build_word_records(words, typings, arrays);
  build_pairs(pairs, arrays);
  build_letter_model(words, arrays);
  return arrays;
}

}  // namespace sorani::normalize::restore
