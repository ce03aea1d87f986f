#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "transliterate/g2p/features/score_tables.hpp"
#include "transliterate/g2p/model.hpp"
#include "transliterate/g2p/syllable.hpp"
#include "transliterate/g2p/word.hpp"

namespace sorani::transliterate::g2p {

/// The scores of the syllables of a word and of pairs of neighbors: the sums of the weights of their features
/// (features.hpp, lexicon_features.hpp), less the penalty for what disagrees with the lexicon.
///
/// Syllables of a word share most of their features, so these are summed when first needed and kept:
///
///   * a letter in a role: the letters around it, agreement with the lexicon, morph boundaries;
///   * the letters of a coda, for all nuclei at once;
///   * an onset before i, for all lengths of the coda; an onset before another vowel;
///   * what the pairs of a syllable with the next ones share: the rows of the tables by the next shape and nucleus.
///
/// What is left for a syllable are its shape, which are array look-ups, and one hash look-up of its letters; for a pair
/// three array look-ups, and two hash look-ups if one of the nuclei is i.
class Scorer {
 public:
  /// Begins a word of at least one letter. The model must outlive the scores.
  void assign(std::span<const std::uint8_t> letters, const Model& model) noexcept;

  const Word& word() const noexcept { return word_; }

  int score(const Syllable& syllable) noexcept;

  /// The first syllable of pairs.
  class First {
   private:
    friend class Scorer;
    Symbols<3> shape_;
    Nucleus nucleus_;
    std::uint8_t coda_;
    ScoreTables::Row shapes_;
    ScoreTables::Row letters_, sonorities_;
  };
  /// `syllable` must not end the word.
  First first(const Syllable& syllable) const noexcept;
  /// The score of a pair. `second` begins where the first syllable ends.
  int score(const First& first, const Syllable& second) const noexcept;

 private:
  static constexpr std::size_t kMax = Word::kMaxLetters;
  static constexpr std::size_t kCodas = kMaxCoda + 1;
  /// By role, nucleus, or length of the coda.
  using Scores = std::array<std::int16_t, 8>;

  void find_letter_rows() noexcept;
  int lexicon_score(int at, std::size_t role) const noexcept;
  int letter(std::size_t at, std::size_t role) noexcept;
  const Scores& coda(std::size_t end, std::size_t size) noexcept;
  const Scores& i_onset(std::size_t begin) noexcept;
  int onset(const Syllable& syllable) noexcept;
  int boundary_syllable(std::size_t begin, bool is_i) const noexcept;

  Word word_;
  const Model* model_ = nullptr;

  /// Bit `at` is set if the scores at a letter (of a coda: at its last letter) are known.
  struct Known {
    bool letter_rows = false;
    std::uint64_t i_onsets = 0;
    std::array<std::uint64_t, kCodas> codas = {};
    std::array<std::uint64_t, 8> roles = {};
  };
  Known known_;
  std::array<ScoreTables::Row, kMax + 2> letter_rows_;  ///< of three letters, from two before the word on
  std::array<Scores, kMax> roles_;
  std::array<Scores, kMax> i_onsets_;
  std::array<std::array<Scores, kCodas>, kMax> codas_;
};

}  // namespace sorani::transliterate::g2p
