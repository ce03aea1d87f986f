#include "transliterate/g2p/lattice.hpp"

#include <algorithm>

namespace sorani::transliterate::g2p {
namespace {

/// True for a syllable with a consonant cluster that has three و or ی in a row. No word has one. Without phonotactics
/// every part of a long run of و would be such a syllable, with up to 357 pairs of syllables per letter; without these
/// it is at most 90.
bool is_glide_cluster(std::span<const std::uint8_t> letters, const Syllable& syllable) noexcept {
  constexpr std::ptrdiff_t kRun = 3;
  if (syllable.onset < 2 && syllable.coda() < 2) return false;
  const auto part = letters.subspan(syllable.begin, std::size_t{syllable.end} - syllable.begin);
  return std::search_n(part.begin(), part.end(), kRun, true,
                       [](std::uint8_t letter, bool) { return is_semivowel_letter(letter); }) != part.end();
}

}  // namespace

void Lattice::assign(std::span<const std::uint8_t> letters) {
  fill(letters, Phonotactics::sorani);
  if (last_ending_[letters.size()] == kNil) fill(letters, Phonotactics::any);
}

void Lattice::fill(std::span<const std::uint8_t> letters, Phonotactics rules) {
  syllables_.clear();
  same_end_.clear();
  last_ending_.fill(kNil);
  std::array<Syllable, kMaxSyllablesPerLetter> candidates;
  for (std::size_t begin = 0; begin < letters.size(); ++begin) {
    // No path reaches this letter.
    if (begin > 0 && last_ending_[begin] == kNil) continue;
    const std::size_t count = syllables_at(letters, begin, rules, candidates);
    for (std::size_t i = 0; i < count; ++i) {
      const Syllable& syllable = candidates[i];
      if (rules == Phonotactics::any && is_glide_cluster(letters, syllable)) continue;
      same_end_.push_back(last_ending_[syllable.end]);
      last_ending_[syllable.end] = static_cast<Index>(syllables_.size());
      syllables_.push_back(syllable);
    }
  }
}

void Lattice::mark_forced_syllables(std::vector<std::uint8_t>& is_forced) const {
  // A syllable is forced if it is the only one that begins at its letter, and no other spans either of its ends.
  std::array<std::uint8_t, Word::kMaxLetters + 1> beginning{};
  std::array<bool, Word::kMaxLetters + 1> is_spanned{};
  for (const Syllable& syllable : syllables_) {
    ++beginning[syllable.begin];
    for (std::size_t at = syllable.begin + 1u; at < syllable.end; ++at) is_spanned[at] = true;
  }
  is_forced.resize(syllables_.size());
  for (std::size_t i = 0; i < syllables_.size(); ++i) {
    const Syllable& s = syllables_[i];
    is_forced[i] = beginning[s.begin] == 1 && !is_spanned[s.begin] && !is_spanned[s.end] ? 1 : 0;
  }
}

}  // namespace sorani::transliterate::g2p
