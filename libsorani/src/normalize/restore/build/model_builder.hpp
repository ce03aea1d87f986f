#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "normalize/restore/model/model.hpp"

/// Builds the arrays of a model, for tablegen and the trainer.
namespace sorani::normalize::restore {

using LetterString = std::basic_string<Letter>;

/// A known word. Its count is kLeastCount * e^(steps * kWordStep).
struct CountedWord {
  LetterString letters;
  std::uint8_t steps;
};
inline constexpr double kLeastCount = 0.1;

/// True if a word of a pair is kBoundary: it is written as kEdge.
bool is_boundary(const LetterString& word);

/// What follows a word more often than by chance, or less.
struct Followers {
  struct Follower {
    LetterString letters;
    int gain;  ///< in steps, how much likelier it is behind the word
  };
  LetterString letters;
  std::uint8_t backoff;  ///< in steps, the cost of every other word behind it
  std::vector<Follower> followers;
};

struct ModelArrays {
  LetterClasses letter_classes{};
  std::vector<std::uint32_t> buckets;
  std::vector<std::uint8_t> word_records;
  std::vector<std::uint32_t> pairs;
  std::vector<std::uint16_t> row_numbers;
  std::vector<std::uint8_t> fourgrams;
  std::vector<std::uint8_t> trigrams;

  /// A model over these arrays, which must outlive it.
  Model model() const noexcept {
    return {{letter_classes, buckets, word_records}, WordPairs(pairs), {row_numbers, fourgrams, trigrams}};
  }
  std::size_t bytes() const noexcept {
    return letter_classes.size() + 4 * (buckets.size() + pairs.size()) + word_records.size() + 2 * row_numbers.size() +
           fourgrams.size() + trigrams.size();
  }
};

/// Letters, and a way to type them.
struct Typing {
  LetterString letters;
  std::u32string typed;
  bool is_only_way;  ///< they are always typed so
};

/// `words` must be sorted by letters, each once; the words of pairs must be among them. Throws `std::invalid_argument`
/// otherwise. `typings` are the rows of keyboard-confusions.tsv.
ModelArrays build_model(const std::vector<CountedWord>& words, const std::vector<Followers>& pairs,
                        const std::vector<Typing>& typings);

/// The arrays of the vocabulary.
void build_word_records(const std::vector<CountedWord>& words, const std::vector<Typing>& typings, ModelArrays& arrays);

/// The arrays of the letter model: n-grams of the words, each counted ln(1 + count) times.
void build_letter_model(const std::vector<CountedWord>& words, ModelArrays& arrays);

double count_of(const CountedWord& word);

}  // namespace sorani::normalize::restore
