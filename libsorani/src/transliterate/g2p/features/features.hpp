#pragma once

#include <cstddef>
#include <cstdint>

#include "transliterate/g2p/features/feature_key.hpp"
#include "transliterate/g2p/letters.hpp"
#include "transliterate/g2p/syllable.hpp"
#include "transliterate/g2p/word.hpp"

/// The features of syllables and of pairs of neighboring syllables. The score of a reading is the sum of the weights of
/// its features. The trainer and the pronouncer extract them by the same code.
namespace sorani::transliterate::g2p {

/// The role of a letter in its syllable. `onset_i` is an onset before i; u, uu and ii are nuclei of و and ی.
enum class Role : std::uint8_t { onset, onset_i, glide, coda, u, uu, ii };

inline constexpr std::size_t kRoleCount = 7;

/// A syllable with the values that several features share.
struct SyllableView {
  SyllableView(const Word& word, const Syllable& syllable) noexcept
      : begin(syllable.begin),
        end(syllable.end),
        onset(syllable.onset),
        coda(syllable.coda()),
        nucleus(syllable.nucleus),
        coda_begin(syllable.coda_begin()),
        place(static_cast<std::uint8_t>((syllable.begin == 0 ? 1 : 0) + (syllable.end == word.size() ? 2 : 0))),
        shape(symbols(onset, nucleus, coda)),
        coda_letters{filled(word.letters<kMaxCoda>(coda_begin), kNone)},
        coda_sonorities{filled(word.sonorities<kMaxCoda>(coda_begin), 0)} {}

  int begin;
  int end;
  std::uint8_t onset;
  std::uint8_t coda;
  Nucleus nucleus;
  int coda_begin;
  std::uint8_t place;  ///< in the word: 1 first, 2 last, 3 the only one, 0 medial
  Symbols<3> shape;
  Symbols<kMaxCoda> coda_letters;  ///< padded with kNone
  Symbols<kMaxCoda> coda_sonorities;

 private:
  /// Replaces the symbols after the coda by `filler`.
  Symbols<kMaxCoda> filled(Symbols<kMaxCoda> behind, std::uint64_t filler) const noexcept {
    const std::uint64_t is_coda = (std::uint64_t{1} << 8 * coda) - 1;
    constexpr std::uint64_t kAll = 0x010101;
    return {(behind.bits & is_coda) | (kAll * filler & ~is_coda)};
  }
};

/// Calls `sink(FeatureKey)` for each feature of a letter in a role.
template <typename Sink>
void letter_features(const Word& word, int at, Role role, Sink&& sink) {
  using enum Template;
  sink(feature_key(letter_before_2, role, word.letters<3>(at - 2)));
  sink(feature_key(letter_around, role, word.letters<3>(at - 1)));
  sink(feature_key(letter_after_2, role, word.letters<3>(at)));
}

/// Calls `sink(at, role)` for each letter of a syllable whose role the letter alone does not tell.
template <typename Sink>
void letter_roles(const SyllableView& s, Sink&& sink) {
  if (s.onset > 0) sink(s.begin, s.nucleus == Nucleus::i ? Role::onset_i : Role::onset);
  if (s.onset > 1) sink(s.begin + 1, Role::glide);
  const int nucleus_begin = s.begin + s.onset;
  if (s.nucleus == Nucleus::u) sink(nucleus_begin, Role::u);
  if (s.nucleus == Nucleus::uu) sink(nucleus_begin, Role::uu);
  if (s.nucleus == Nucleus::ii) sink(nucleus_begin, Role::ii);
  for (int at = s.coda_begin; at < s.end; ++at) sink(at, Role::coda);
}

/// Calls `sink(FeatureKey)` for each feature of a syllable, except those of its letters and of the lexicon.
template <typename Sink>
void syllable_features(const Word& word, const SyllableView& s, Sink&& sink) {
  using enum Template;
  sink(feature_key(shape, s.shape, s.place));
  sink(feature_key(shape_before, s.shape, s.place, word.letters<1>(s.begin - 1)));
  sink(feature_key(shape_after, s.shape, s.place, word.letters<1>(s.end)));
  sink(feature_key(coda_after, s.coda_letters, word.letters<1>(s.end)));
  sink(feature_key(coda_sonority, s.coda_sonorities, s.nucleus, word.sonorities<1>(s.end)));
  if (s.onset > 1) {
    sink(feature_key(onset, s.shape, word.letters<2>(s.begin)));
    sink(feature_key(onset_before, word.letters<3>(s.begin - 1)));
  }
  if (s.nucleus == Nucleus::i) {
    sink(feature_key(i_around_before, word.letters<4>(s.begin - 2)));
    sink(feature_key(i_around_after, word.letters<4>(s.begin - 1)));
    sink(feature_key(i_sonority, s.coda, word.sonorities<5>(s.begin - 2)));
  }
  constexpr int kMaxLetters = 5;
  const int size = s.end - s.begin;
  if (size <= kMaxLetters) {
    // Letters after the syllable are replaced by kNone.
    const std::uint64_t is_syllable = (std::uint64_t{1} << 8 * size) - 1;
    const std::uint64_t letters = word.letters<kMaxLetters>(s.begin).bits & is_syllable;
    constexpr std::uint64_t kAll = 0x0101010101;
    sink(feature_key(syllable, s.onset, s.nucleus, Symbols<kMaxLetters>{letters | (kAll * kNone & ~is_syllable)}));
  }
}

/// Calls `sink(FeatureKey)` for each feature of two neighboring syllables.
template <typename Sink>
void pair_features(const Word& word, const SyllableView& a, const SyllableView& b, Sink&& sink) {
  using enum Template;
  sink(feature_key(pair_shape, a.shape, b.shape));
  // The first two consonants of the coda.
  const Symbols<2> coda_letters{a.coda_letters.bits & 0xFFFF};
  const Symbols<2> coda_sonorities{a.coda_sonorities.bits & 0xFFFF};
  const auto nuclei = symbols(a.nucleus, b.nucleus);
  sink(feature_key(pair_cluster, coda_letters, word.letters<1>(b.begin), nuclei));
  sink(feature_key(pair_cluster_sonority, coda_sonorities, word.sonorities<1>(b.begin), nuclei));
  if (a.nucleus != Nucleus::i && b.nucleus != Nucleus::i) return;
  const auto codas = symbols(a.coda, b.coda);
  sink(feature_key(pair_i_onset, a.shape, b.shape, word.letters<1>(b.begin)));
  sink(feature_key(pair_i_cluster, nuclei, codas, word.letters<2>(b.begin - 1)));
}

}  // namespace sorani::transliterate::g2p
