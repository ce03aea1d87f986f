#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "transliterate/g2p/features/features.hpp"
#include "transliterate/g2p/lattice.hpp"
#include "transliterate/g2p/model.hpp"
#include "transliterate/g2p/word.hpp"
#include "transliterate/scheme/phoneme.hpp"

namespace sorani::transliterate {

/// A sound of a word.
struct Sound {
  Phoneme phoneme;
  bool starts_syllable;
  friend bool operator==(const Sound&, const Sound&) = default;
};

/// The sounds of a word, from the first. Each letter gives one sound, but for وو, which is one where it stands for û;
/// and the sound i can follow any consonant.
using Reading = std::vector<Sound>;

/// One of several readings of a word.
struct RatedReading {
  Reading sounds;
  double cost;  ///< the least is the best; differences are natural logarithms of how many times likelier a reading is
};

/// Appends the sounds of a syllable of a word.
void append_sounds(std::span<const std::uint8_t> letters, const g2p::Syllable& syllable, Reading& out);

/// Appends a sound for each letter and no i: و and ی are consonants.
void append_letters(std::span<const std::uint8_t> letters, Reading& out);

/// Reads words: finds where the unwritten i stands, which و and ی are vowels, and where syllables begin.
///
/// Words are letters of the alphabet as numbers: their index in script::alphabet(), from 0. A word has at most
/// `kMaxWordLetters` letters; what is behind them is not read.
///
/// One object can be used by one thread at a time.
class Pronouncer {
 public:
  static constexpr std::size_t kMaxWordLetters = g2p::Word::kMaxLetters;

  /// The model must outlive the object.
  explicit Pronouncer(const g2p::Model& model = g2p::built_in_model()) : model_(&model) {}

  /// Replaces `out` by the best reading.
  void viterbi(std::span<const std::uint8_t> letters, Reading& out);

  /// Replaces `out` by the `count` best readings, the best first; fewer if there are not as many.
  void k_best(std::span<const std::uint8_t> letters, std::size_t count, std::vector<RatedReading>& out);

 private:
  using Index = g2p::Lattice::Index;

  /// A hypothesis to the end of a syllable.
  struct Hypothesis {
    int score;
    Index before = g2p::Lattice::kNil;  ///< the syllable before
    std::size_t rank = 0;               ///< which of its hypotheses this one goes on from
  };

  void prepare(std::span<const std::uint8_t> letters);
  int letter_score(int at, std::size_t role);
  int score(const g2p::SyllableView& syllable);
  int score(const g2p::SyllableView& first, const g2p::SyllableView& second) const;
  void spell(std::span<const Index> path, Reading& out) const;

  const g2p::Model* model_;
  g2p::Word word_;
  g2p::Lattice lattice_;
  std::vector<g2p::SyllableView> views_;  ///< of the syllables of the lattice
  std::vector<std::uint8_t> is_forced_;
  std::vector<Hypothesis> hypotheses_;
  std::vector<Index> path_;
  static constexpr int kUnscored = 1 << 30;
  std::array<std::array<int, g2p::kRoleCount>, g2p::Word::kMaxLetters> letter_scores_;
};

}  // namespace sorani::transliterate
