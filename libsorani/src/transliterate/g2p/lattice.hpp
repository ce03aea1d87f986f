#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "transliterate/g2p/syllable.hpp"
#include "transliterate/g2p/word.hpp"

namespace sorani::transliterate::g2p {

/// All readings of a word: their syllables, sorted by where they begin. Two are neighbours if one ends where the other
/// begins. There is at least one reading.
class Lattice {
 public:
  using Index = std::uint16_t;
  static constexpr Index kNil = 0xFFFF;

  /// Makes the lattice of a word of at least one letter.
  void assign(std::span<const std::uint8_t> letters);

  std::span<const Syllable> syllables() const noexcept { return syllables_; }

  /// Calls `sink(Index)` for each syllable that ends before letter `at`, the last one first.
  template <typename Sink>
  void ending_at(std::size_t at, Sink&& sink) const {
    for (Index i = last_ending_[at]; i != kNil; i = same_end_[i]) sink(i);
  }

  /// Sets a flag for each syllable that is part of every reading.
  void mark_forced_syllables(std::vector<std::uint8_t>& is_forced) const;

 private:
  void fill(std::span<const std::uint8_t> letters, Phonotactics rules);

  std::vector<Syllable> syllables_;
  std::vector<Index> same_end_;  ///< of each syllable, the one before it that ends at the same letter
  std::array<Index, Word::kMaxLetters + 1> last_ending_;
};

}  // namespace sorani::transliterate::g2p
