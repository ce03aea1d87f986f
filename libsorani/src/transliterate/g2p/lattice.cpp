#include "transliterate/g2p/lattice.hpp"

namespace sorani::transliterate::g2p {

void Lattice::assign(std::span<const std::uint8_t> letters) {
  syllables_.clear();
  same_end_.clear();
  last_ending_.fill(kNil);
  std::array<Syllable, kMostCandidates> candidates;
  for (std::size_t begin = 0; begin < letters.size(); ++begin) {
    // Reached by no reading so far. What is reached goes on to the end of the word: see `syllables_at`.
    if (begin > 0 && last_ending_[begin] == kNil) continue;
    const std::size_t count = syllables_at(letters, begin, candidates);
    for (std::size_t i = 0; i < count; ++i) {
      const Syllable& syllable = candidates[i];
      same_end_.push_back(last_ending_[syllable.end]);
      last_ending_[syllable.end] = static_cast<Index>(syllables_.size());
      syllables_.push_back(syllable);
    }
  }
}

}  // namespace sorani::transliterate::g2p
