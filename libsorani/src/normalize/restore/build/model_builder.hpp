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
  std::vector<std::uint32_t> transitions;
  std::vector<std::uint32_t> words_before;
  std::vector<std::uint8_t> word_costs;
  std::vector<std::uint8_t> pair_backoffs;
  std::vector<std::uint32_t> pairs;
  std::vector<std::uint8_t> trigrams;
  std::vector<std::uint8_t> trigram_backoffs;
  std::vector<std::uint32_t> fourgrams;

  /// A model over these arrays, which must outlive it.
  Model model() const noexcept {
    return {{transitions, words_before, word_costs}, {pair_backoffs, pairs}, {trigrams, trigram_backoffs, fourgrams}};
  }
};

/// `words` must be sorted by letters, each once; the words of pairs must be among them. Throws `std::invalid_argument`
/// otherwise.
ModelArrays build_model(const std::vector<CountedWord>& words, const std::vector<Followers>& pairs);

/// The arrays of the vocabulary: the automaton of the words.
void build_automaton(const std::vector<CountedWord>& words, ModelArrays& arrays);

/// The arrays of the letter model: n-grams of the words, each counted ln(1 + count) times.
void build_letter_model(const std::vector<CountedWord>& words, ModelArrays& arrays);

double count_of(const CountedWord& word);

}  // namespace sorani::normalize::restore
