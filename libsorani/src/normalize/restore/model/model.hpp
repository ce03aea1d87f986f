#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "normalize/restore/letters.hpp"
#include "normalize/restore/model/packed_table.hpp"

/// The language model of restoring: known words, pairs of neighboring words, and the letters of unknown words. Costs
/// are negative natural logarithms of probabilities.
namespace sorani::normalize::restore {

/// The step of the costs of words and of pairs, and of letters.
inline constexpr float kWordStep = 0.25F;
inline constexpr float kLetterStep = 1 / 16.0F;

/// The number of a known word; kUnknownWord of another one.
using WordNumber = std::uint32_t;
inline constexpr WordNumber kUnknownWord = UINT32_MAX;

/// The known words: a minimal deterministic acyclic automaton (Daciuk et al. 2000) whose words are numbered in their
/// order by the numbers of words that branches before them hold (Lucchesi and Kowaltowski 1993).
class Vocabulary {
 public:
  /// The transitions of a state are adjacent, by letter.
  class Transition {
   public:
    explicit Transition(std::uint32_t bits) noexcept : bits_(bits) {}
    Letter letter() const noexcept { return bits_ & 0x3F; }
    bool ends_word() const noexcept { return (bits_ & kEndsWord) != 0; }
    bool is_last() const noexcept { return (bits_ & kLast) != 0; }
    /// No word with this transition costs less.
    float least_cost() const noexcept { return static_cast<float>(bits_ >> kLeastShift & kMostLeast) * kLeastStep; }
    /// Where the transitions of the next state begin, 0 if it has none.
    std::uint32_t target() const noexcept { return bits_ >> kTargetShift; }

    static constexpr std::uint32_t kEndsWord = 0x40;
    static constexpr std::uint32_t kLast = 0x80;
    static constexpr unsigned kLeastShift = 8;
    static constexpr std::uint32_t kMostLeast = 0x3F;
    static constexpr float kLeastStep = 2 * kWordStep;
    static constexpr unsigned kTargetShift = 14;
    static constexpr std::uint32_t kMaxTarget = UINT32_MAX >> kTargetShift;

   private:
    std::uint32_t bits_;
  };

  Vocabulary(std::span<const std::uint32_t> transitions, std::span<const std::uint32_t> words_before,
             std::span<const std::uint8_t> costs) noexcept
      : transitions_(transitions), words_before_(words_before), costs_(costs) {}

  static constexpr std::uint32_t kStart = 1;  ///< where the transitions of the first state begin

  Transition transition(std::uint32_t at) const noexcept { return Transition(transitions_[at]); }
  /// The number of words by transitions of the same state before this one.
  std::uint32_t words_before(std::uint32_t at) const noexcept { return words_before_[at]; }
  float cost(WordNumber word) const noexcept { return static_cast<float>(costs_[word]) * kWordStep; }
  std::size_t size() const noexcept { return costs_.size(); }

  /// The number of a word, or kUnknownWord.
  WordNumber find(LetterView word) const noexcept;

 private:
  std::span<const std::uint32_t> transitions_;
  std::span<const std::uint32_t> words_before_;
  std::span<const std::uint8_t> costs_;
};

/// How much likelier words are behind each other than each by itself.
class WordPairs {
 public:
  WordPairs(std::span<const std::uint8_t> backoffs, std::span<const std::uint32_t> pairs) noexcept
      : backoffs_(backoffs), pairs_(pairs) {}

  /// What the cost of `second` grows by behind `first`.
  float cost(WordNumber first, WordNumber second) const noexcept {
    if (first == kUnknownWord || second == kUnknownWord || backoffs_[first] == 0) return 0;
    const auto gain = pairs_.find(key(first, second));
    return static_cast<float>(gain ? kNoGain - *gain : backoffs_[first]) * kWordStep;
  }

  static constexpr std::uint64_t key(WordNumber first, WordNumber second) noexcept {
    return std::uint64_t{first} << 32 | second;
  }
  static constexpr int kNoGain = 64;  ///< the value in the table of a pair that is as likely as its words

 private:
  std::span<const std::uint8_t> backoffs_;  // by the first word: the cost of pairs that are not in the table
  PackedTable pairs_;
};

/// The letters of words: 4-grams, interpolated by Witten and Bell, with a backoff to trigrams.
class LetterModel {
 public:
  /// The last three letters.
  using Context = std::uint32_t;

  LetterModel(std::span<const std::uint8_t> trigrams, std::span<const std::uint8_t> backoffs,
              std::span<const std::uint32_t> fourgrams) noexcept
      : trigrams_(trigrams), backoffs_(backoffs), fourgrams_(fourgrams) {}

  static constexpr std::size_t kSymbols = kLetterCount + 1;
  static constexpr std::size_t kTrigrams = kSymbols * kSymbols * kSymbols;
  static constexpr Context kStart = (kEdge << 6 | kEdge) << 6 | kEdge;

  static constexpr Context next(Context context, Letter letter) noexcept { return (context << 6 | letter) & 0x3FFFF; }

  float cost(Context context, Letter letter) const noexcept {
    const auto known = fourgrams_.find(key(context, letter));
    const int steps = known ? *known : backoffs_[index(context)] + trigrams_[index(next(context, letter))];
    return static_cast<float>(steps) * kLetterStep;
  }

  /// Of a whole word.
  float cost(LetterView word) const noexcept {
    float sum = 0;
    Context context = kStart;
    for (const Letter letter : word) {
      sum += cost(context, letter);
      context = next(context, letter);
    }
    return sum + cost(context, kEdge);
  }

  static constexpr std::uint64_t key(Context context, Letter letter) noexcept { return context << 6 | letter; }
  static constexpr std::size_t index(Context trigram) noexcept {
    return ((trigram >> 12) * kSymbols + (trigram >> 6 & 0x3F)) * kSymbols + (trigram & 0x3F);
  }

 private:
  std::span<const std::uint8_t> trigrams_;  // the costs of the third letter
  std::span<const std::uint8_t> backoffs_;  // by trigram: what is added to the cost of a letter after it
  PackedTable fourgrams_;
};

struct Model {
  Vocabulary words;
  WordPairs pairs;
  LetterModel letters;
};

const Model& built_in_model();

}  // namespace sorani::normalize::restore
