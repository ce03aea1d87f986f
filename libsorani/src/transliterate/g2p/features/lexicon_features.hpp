#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "transliterate/g2p/features/features.hpp"

/// Features that compare a syllable with the lexicon: does its reading agree with the morphs that cover its letters,
/// and how are two morphs joined?
namespace sorani::transliterate::g2p {

/// How the last consonant of a morph is read before the next morph: as an onset, as an onset with i after it, in a
/// coda.
enum class MorphBoundary : std::uint8_t { onset, i, coda };

/// How a syllable reads one of its letters.
struct ReadLetter {
  LetterSound sound;
  bool i_follows;
  bool in_onset;
};

inline ReadLetter read_letter(const SyllableView& s, int at) noexcept {
  const int nucleus_begin = s.begin + s.onset;
  if (at < nucleus_begin) return {LetterSound::consonant, s.nucleus == Nucleus::i && at + 1 == nucleus_begin, true};
  if (at >= s.coda_begin) return {LetterSound::consonant, false, false};
  switch (s.nucleus) {
    case Nucleus::u:
      return {LetterSound::u, false, false};
    case Nucleus::uu:
      return {at == nucleus_begin ? LetterSound::uu : LetterSound::uu_rest, false, false};
    case Nucleus::ii:
      return {LetterSound::ii, false, false};
    default:
      return {LetterSound::vowel, false, false};
  }
}

/// Subtracted from the score for each letter that disagrees with the lexicon, up to `Morphs::lexicon_end()`; in steps
/// of the scale. More than all features of a letter can weigh, so that such words are read as the lexicon says.
inline constexpr int kDisagreementPenalty = 1000;

/// How many letters of a syllable, up to `Morphs::lexicon_end()`, are not read as the lexicon says.
inline int lexicon_disagreements(const Word& word, const SyllableView& s) noexcept {
  int count = 0;
  for (int at = s.begin; at < std::min(s.end, word.morphs().lexicon_end()); ++at) {
    const LexiconLetter& known = word.morphs()[at].reading;
    const ReadLetter read = read_letter(s, at);
    if (known.sound != read.sound || known.i_follows != read.i_follows) ++count;
  }
  return count;
}

/// Agreement of a letter with the lexicon entry that covers it.
template <typename Sink>
void agreement_features(const Word& word, int at, const ReadLetter& read, Sink&& sink) {
  using enum Template;
  const MorphLetter& morph = word.morphs()[at];
  const LexiconLetter& known = morph.reading;
  if (is_semivowel_letter(word.letter(at))) {
    const bool agrees = known.sound == read.sound;
    sink(feature_key(lexicon_vowel, agrees, known.sound, morph.kind, morph.length, morph.is_last,
                     word.morphs().unknown_class()));
    if (morph.is_last) {
      const MorphKind next = at + 1 < word.size() ? word.morphs()[at + 1].kind : MorphKind::none;
      sink(feature_key(lexicon_vowel_last, known.sound, read.sound, next, read.in_onset));
    }
  }
  // Whether i follows the last letter of a morph depends on the next morph: see `boundary_features`.
  if (morph.is_last || read.sound != LetterSound::consonant || known.sound != LetterSound::consonant) return;
  sink(feature_key(lexicon_i, known.i_follows == read.i_follows, known.i_follows, morph.kind, morph.length,
                   morph.is_first, word.morphs().unknown_class()));
}

/// The first four letters of an affix next to a boundary.
template <typename Sink>
void affix_feature(const Word& word, Template name, MorphBoundary what, const MorphLetter& affix, bool ends_word,
                   Sink&& sink) {
  constexpr int kShown = 4;
  const std::uint64_t is_affix = (std::uint64_t{1} << 8 * std::min<int>(affix.length, kShown)) - 1;
  constexpr std::uint64_t kAll = 0x01010101;
  const std::uint64_t letters = word.letters<kShown>(affix.begin).bits & is_affix;
  sink(feature_key(name, affix.kind, what, ends_word, Symbols<kShown>{letters | (kAll * kNone & ~is_affix)}));
}

/// The boundary between a morph that ends in a consonant and the next one.
template <typename Sink>
void boundary_features(const Word& word, int at, const ReadLetter& read, Sink&& sink) {
  using enum Template;
  const MorphLetter& before = word.morphs()[at];
  const MorphLetter& after = word.morphs()[at + 1];
  if (before.kind == MorphKind::unknown && after.kind == MorphKind::unknown) return;
  const MorphBoundary what = read.i_follows  ? MorphBoundary::i
                             : read.in_onset ? MorphBoundary::onset
                                             : MorphBoundary::coda;
  const auto kinds = symbols(before.kind, after.kind, what);
  const bool ends_word = at + 1 + after.length == word.size();
  sink(feature_key(boundary, kinds, before.length, after.length, ends_word));
  sink(feature_key(boundary_after, kinds, word.letters<2>(at + 1)));
  sink(feature_key(boundary_sonority, kinds, word.sonorities<4>(at - 1)));
  const auto is_affix = [](MorphKind kind) { return kind == MorphKind::prefix || kind == MorphKind::suffix; };
  if (is_affix(after.kind)) affix_feature(word, boundary_affix_after, what, after, ends_word, sink);
  if (is_affix(before.kind)) affix_feature(word, boundary_affix_before, what, before, ends_word, sink);
}

/// Calls `sink(FeatureKey)` for each feature of a syllable that comes from the lexicon.
template <typename Sink>
void lexicon_features(const Word& word, const SyllableView& s, Sink&& sink) {
  using enum Template;
  for (int at = s.begin; at < s.end; ++at) {
    const MorphLetter& morph = word.morphs()[at];
    const bool is_boundary = morph.is_last && at + 1 < word.size();
    // A vowel letter has one reading only.
    if (is_vowel_letter(word.letter(at)) || (morph.kind == MorphKind::unknown && !is_boundary)) continue;
    const ReadLetter read = read_letter(s, at);
    if (morph.kind != MorphKind::unknown) agreement_features(word, at, read, sink);
    if (is_boundary && read.sound == LetterSound::consonant) boundary_features(word, at, read, sink);
  }
  if (s.begin > 0 && word.morphs()[s.begin].is_first) {
    const MorphLetter& here = word.morphs()[s.begin];
    sink(feature_key(boundary_syllable, word.morphs()[s.begin - 1].kind, here.kind, s.nucleus == Nucleus::i,
                     here.length));
  }
}

}  // namespace sorani::transliterate::g2p
