// Decoding of a semi-Markov CRF over syllables.
//
// The lattice lists the syllables of the word (see lattice.hpp). The score of a path is the sum of the scores of its
// syllables and of its pairs of neighboring syllables (see scorer.hpp), in integer steps.
//
// viterbi(): since syllables are sorted by their first letter, one pass over them is in topological order; each keeps
// its best hypothesis (score, predecessor), and the best path is read backwards from the end of the word. Syllables
// that are in every reading (forced), and pairs of them, add the same to all paths and are not scored.
//
// k_best(): the same, but each syllable keeps its `count` best hypotheses; a hypothesis names its predecessor and the
// rank there. All features are scored, since costs are shown. The best path is that of viterbi(), ties included: both
// prefer the predecessor that `ending_at` visits first.

#include "transliterate/g2p/pronouncer.hpp"

#include <algorithm>

#include "transliterate/g2p/generated.hpp"

namespace sorani::transliterate {

using namespace g2p;

namespace {

Phoneme sound_of(std::uint8_t letter) noexcept { return tables::kLetterInfos[letter].sound; }

constexpr std::array<Phoneme, kNucleusCount> kNuclei = {Phoneme::a, Phoneme::e,  Phoneme::o,  Phoneme::ee,
                                                        Phoneme::u, Phoneme::uu, Phoneme::ii, Phoneme::i};

constexpr int kUnreachable = -(1 << 29);

}  // namespace

void append_sounds(std::span<const std::uint8_t> letters, const Syllable& syllable, Reading& out) {
  const std::size_t first = out.size();
  for (std::size_t at = syllable.begin; at < syllable.nucleus_begin(); ++at)
    out.push_back({sound_of(letters[at]), false});
  out.push_back({kNuclei[static_cast<std::size_t>(syllable.nucleus)], false});
  for (std::size_t at = syllable.coda_begin(); at < syllable.end; ++at) out.push_back({sound_of(letters[at]), false});
  out[first].starts_syllable = true;
}

void append_letters(std::span<const std::uint8_t> letters, Reading& out) {
  for (const std::uint8_t letter : letters) out.push_back({sound_of(letter), false});
}

void Pronouncer::prepare(std::span<const std::uint8_t> letters) {
  scorer_.assign(letters, *model_);
  lattice_.assign(scorer_.word().letters());
  firsts_.clear();
  for (const Syllable& syllable : lattice_.syllables()) {
    firsts_.push_back(syllable.end < scorer_.word().size() ? scorer_.first(syllable) : Scorer::First());
  }
}

void Pronouncer::spell(std::span<const Index> path, Reading& out) const {
  for (const Index i : path) append_sounds(scorer_.word().letters(), lattice_.syllables()[i], out);
}

void Pronouncer::viterbi(std::span<const std::uint8_t> letters, Reading& out) {
  out.clear();
  if (letters.empty()) return;
  prepare(letters);
  const std::span<const Syllable> syllables = lattice_.syllables();
  lattice_.mark_forced_syllables(is_forced_);
  hypotheses_.resize(syllables.size());
  for (std::size_t i = 0; i < syllables.size(); ++i) {
    Hypothesis hypothesis{syllables[i].begin == 0 ? 0 : kUnreachable};
    lattice_.ending_at(syllables[i].begin, [&](Index before) {
      // Pairs that all readings share are not scored.
      const int pair = is_forced_[before] && is_forced_[i] ? 0 : scorer_.score(firsts_[before], syllables[i]);
      const int total = hypotheses_[before].score + pair;
      if (total > hypothesis.score) hypothesis = {total, before};
    });
    if (!is_forced_[i]) hypothesis.score += scorer_.score(syllables[i]);
    hypotheses_[i] = hypothesis;
  }
  Index last = Lattice::kNil;
  lattice_.ending_at(static_cast<std::size_t>(scorer_.word().size()), [&](Index i) {
    if (last == Lattice::kNil || hypotheses_[i].score > hypotheses_[last].score) last = i;
  });
  path_.clear();
  for (Index i = last; i != Lattice::kNil; i = hypotheses_[i].before) path_.push_back(i);
  std::reverse(path_.begin(), path_.end());
  spell(path_, out);
}

void Pronouncer::k_best(std::span<const std::uint8_t> letters, std::size_t count, std::vector<RatedReading>& out) {
  out.clear();
  if (letters.empty() || count == 0) return;
  prepare(letters);
  const std::span<const Syllable> syllables = lattice_.syllables();
  // The `count` best hypotheses that end in each syllable, the best first.
  std::vector<std::vector<Hypothesis>> hypotheses(syllables.size());
  const auto keep_best = [&](std::vector<Hypothesis>& of) {
    std::stable_sort(of.begin(), of.end(), [](const Hypothesis& a, const Hypothesis& b) { return a.score > b.score; });
    if (of.size() > count) of.resize(count);
  };
  for (std::size_t i = 0; i < syllables.size(); ++i) {
    if (syllables[i].begin == 0) hypotheses[i].push_back({0});
    lattice_.ending_at(syllables[i].begin, [&](Index before) {
      const int pair = scorer_.score(firsts_[before], syllables[i]);
      for (std::size_t rank = 0; rank < hypotheses[before].size(); ++rank) {
        hypotheses[i].push_back({hypotheses[before][rank].score + pair, before, rank});
      }
    });
    keep_best(hypotheses[i]);
    const int own = scorer_.score(syllables[i]);
    for (Hypothesis& hypothesis : hypotheses[i]) hypothesis.score += own;
  }
  std::vector<Hypothesis> ends;
  lattice_.ending_at(static_cast<std::size_t>(scorer_.word().size()), [&](Index i) {
    for (std::size_t rank = 0; rank < hypotheses[i].size(); ++rank)
      ends.push_back({hypotheses[i][rank].score, i, rank});
  });
  keep_best(ends);
  for (const Hypothesis& end : ends) {
    path_.clear();
    for (Hypothesis at = end; at.before != Lattice::kNil; at = hypotheses[at.before][at.rank])
      path_.push_back(at.before);
    std::reverse(path_.begin(), path_.end());
    out.push_back({{}, -end.score * model_->scale});
    spell(path_, out.back().sounds);
  }
}

}  // namespace sorani::transliterate
