#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "transliterate/g2p/syllable.hpp"
#include "transliterate/g2p/word.hpp"

namespace sorani::transliterate::g2p {

/// All readings of a word as a lattice (a directed acyclic graph): the nodes are the syllables that its letters can be,
/// sorted by their first letter; an edge leads from a syllable to each that begins where it ends. A path from the first
/// letter to the end of the word is a reading; there is at least one.
///
/// The lattice is filled from left to right. A letter at which no syllable so far ends is skipped, so that no syllable
/// is listed that no path can reach. Edges are not stored: the syllables that end before a letter form a linked list,
/// and these are the predecessors of those that begin there. If the phonotactics of Sorani leave no path, the lattice
/// is filled again without them. Nodes and edges are linear in the length of the word, since a syllable is short.
class Lattice {
 public:
  using Index = std::uint16_t;
  static constexpr Index kNil = 0xFFFF;

  /// Builds the lattice of a word of at least one letter.
  void assign(std::span<const std::uint8_t> letters);

  std::span<const Syllable> syllables() const noexcept { return syllables_; }

  /// Calls `sink(Index)` for each syllable that ends before letter `at`, the last one first.
  template <typename Sink>
  void ending_at(std::size_t at, Sink&& sink) const {
    for (Index i = last_ending_[at]; i != kNil; i = same_end_[i]) sink(i);
  }

  /// Sets `is_forced[i]` to 1 if every reading contains syllable `i`, else to 0.
  void mark_forced_syllables(std::vector<std::uint8_t>& is_forced) const;

 private:
  void fill(std::span<const std::uint8_t> letters, Phonotactics rules);

  std::vector<Syllable> syllables_;
  std::vector<Index> same_end_;  ///< for each syllable, the previous one with the same end; kNil: none
  std::array<Index, Word::kMaxLetters + 1> last_ending_;
};

}  // namespace sorani::transliterate::g2p
