#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "transliterate/g2p/lattice.hpp"
#include "transliterate/g2p/model.hpp"
#include "transliterate/g2p/scorer.hpp"
#include "transliterate/g2p/word.hpp"
#include "transliterate/scheme/phoneme.hpp"

namespace sorani::transliterate {

/// A sound of a word.
struct Sound {
  Phoneme phoneme;
  bool starts_syllable;
  friend bool operator==(const Sound&, const Sound&) = default;
};

/// The sounds of a word in order: one for each letter, except that وو can be the single sound û, and that i, which has
/// no letter, can follow a consonant.
using Reading = std::vector<Sound>;

/// A reading with its cost, as `k_best` lists them.
struct RatedReading {
  Reading sounds;
  double cost;  ///< lower is better; a difference is the natural logarithm of the ratio of two probabilities
};

/// Appends the sounds of a syllable of a word.
void append_sounds(std::span<const std::uint8_t> letters, const g2p::Syllable& syllable, Reading& out);

/// Appends the sounds of letters that are read one by one, as in initials: و and ی are consonants, no i is inserted.
void append_letters(std::span<const std::uint8_t> letters, Reading& out);

/// Finds the pronunciation of words: where the unwritten i is, which و and ی are vowels, where syllables begin.
///
/// A word is given as numbers of letters: their index in script::alphabet(), from 0. Letters after the first
/// `kMaxWordLetters` are not read.
///
/// One object can be used by one thread at a time.
class Pronouncer {
 public:
  static constexpr std::size_t kMaxWordLetters = g2p::Word::kMaxLetters;

  /// The model must outlive the object.
  explicit Pronouncer(const g2p::Model& model = g2p::built_in_model()) : model_(&model) {}

  /// Replaces `out` by the best reading, found by the Viterbi algorithm.
  void viterbi(std::span<const std::uint8_t> letters, Reading& out);

  /// Replaces `out` by the `count` best readings, the best first; by all of them if there are fewer.
  void k_best(std::span<const std::uint8_t> letters, std::size_t count, std::vector<RatedReading>& out);

 private:
  using Index = g2p::Lattice::Index;

  /// A partial path that ends in some syllable of the lattice.
  struct Hypothesis {
    int score;
    Index before = g2p::Lattice::kNil;  ///< the syllable before; kNil: none
    std::size_t rank = 0;               ///< which hypothesis of `before` it extends
  };

  void prepare(std::span<const std::uint8_t> letters);
  void spell(std::span<const Index> path, Reading& out) const;

  const g2p::Model* model_;
  g2p::Scorer scorer_;
  g2p::Lattice lattice_;
  std::vector<g2p::Scorer::First> firsts_;  ///< each syllable of the lattice, as the first of a pair
  std::vector<std::uint8_t> is_forced_;
  std::vector<Hypothesis> hypotheses_;
  std::vector<Index> path_;
};

}  // namespace sorani::transliterate
