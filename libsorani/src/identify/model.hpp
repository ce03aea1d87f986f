#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "identify/features.hpp"
#include "identify/model_arrays.hpp"

/// The linear model: the score of a language is the sum of its weights over the letters of the text.
namespace sorani::identify {

/// Sums of weights, and the letters that they are of.
struct Scores {
  std::array<std::int64_t, kClasses> sums{};
  std::uint64_t arabic = 0;   ///< letters of the Arabic script
  std::uint64_t latin = 0;    ///< of the Latin script
  std::uint64_t foreign = 0;  ///< of other scripts

  /// Those that the model knows.
  std::uint64_t letters() const noexcept { return arabic + latin; }
};

/// False if half the letters or more are of other scripts, or if there are none.
inline bool is_decidable(const Scores& scores) noexcept { return scores.letters() > scores.foreign; }

/// The probability of a language in a script that less than a quarter of the letters are in is 0. That of another one,
/// of class i, is proportional to exp(logit_i), logit_i = scale · sum_i · letters^-exponent + bias_i. With an exponent
/// of 1 it would be the mean over the letters, as if a long text were no better evidence than a short one; with 0, the
/// words of a text would count as independent of each other.
struct Calibration {
  double scale;
  double exponent;
  std::array<double, kClasses> bias;
};

/// That of a language in another script is minus infinity.
std::array<double, kClasses> logits(const Scores& scores, const Calibration& calibration) noexcept;

std::array<double, kClasses> probabilities(const Scores& scores, const Calibration& calibration) noexcept;

/// The tables of a model, which must outlive it.
///
/// Each letter of a word, and the edge at its end, has the weights of the longest n-gram of the table that ends there.
/// In training, the weights of all n-grams that end there are added; the table holds the sums. So a letter costs one
/// walk in the trie, from the letter backward, and sixteen additions.
class Model {
 public:
  constexpr Model(const LetterCode* low_letters, std::span<const CodedLetter> high_letters, const std::uint32_t* nodes,
                  const std::int8_t* weights) noexcept
      : low_letters_(low_letters), high_letters_(high_letters), nodes_(nodes), weights_(weights) {}
  explicit Model(const ModelArrays& arrays) noexcept
      : Model(arrays.low_letters.data(), arrays.high_letters, arrays.nodes.data(), arrays.weights.data()) {}

  LetterCode code(char32_t letter) const noexcept {
    return letter < kLowLetters ? low_letters_[letter] : high_code(letter);
  }

  /// The weights, `kClasses` of them, of the longest n-gram that ends at `text[end - 1]`; nullptr if there is none.
  const std::int8_t* longest(const LetterCode* text, std::size_t end) const noexcept {
    std::size_t node = 0;
    for (std::size_t at = end; at > 0; --at) {
      const std::size_t child = (nodes_[node] >> 8) + text[at - 1];
      if ((nodes_[child] & 0xFF) != text[at - 1]) break;
      node = child;
    }
    return node == 0 ? nullptr : weights_ + node * kClasses;
  }

 private:
  LetterCode high_code(char32_t letter) const noexcept {
    const auto found = std::lower_bound(high_letters_.begin(), high_letters_.end(), letter,
                                        [](const CodedLetter& a, char32_t b) { return a.letter < b; });
    return found != high_letters_.end() && found->letter == letter ? found->code : kUnknownLetter;
  }

  const LetterCode* low_letters_;
  std::span<const CodedLetter> high_letters_;
  const std::uint32_t* nodes_;
  const std::int8_t* weights_;
};

/// The model of identify-weights.tsv.
const Model& built_in_model() noexcept;
const Calibration& built_in_calibration() noexcept;

}  // namespace sorani::identify
