#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "transliterate/g2p/lexicon/lexicon.hpp"

/// Segmentation of words into the stems and affixes of the lexicon.
namespace sorani::transliterate::g2p {

/// Longer morphs count as this long: features are learned from the length, and few morphs are longer.
inline constexpr std::size_t kMaxMorphLength = 6;

/// A letter of a word with the morph that covers it.
struct MorphLetter {
  MorphKind kind = MorphKind::unknown;
  std::uint8_t begin = 0;   ///< index of the first letter of its morph
  std::uint8_t length = 0;  ///< letters of the morph, at most kMaxMorphLength
  bool is_first = false;
  bool is_last = false;
  LexiconLetter reading = {};  ///< unless unknown
};

/// Covers a word with morphs of the lexicon: the cheapest sequence of entries, where longer entries are cheaper than
/// several short ones, transitions follow the order prefix, stem, suffix, and a letter that no entry covers is a morph
/// of its own.
class Morphs {
 public:
  /// Segments `letters`; those after the first `kMaxLetters` are ignored.
  void assign(std::span<const std::uint8_t> letters, const Lexicon& lexicon) noexcept;

  const MorphLetter& operator[](int at) const noexcept { return letters_[static_cast<std::size_t>(at)]; }
  /// How many letters no entry covers: 0 none, 1 one or two, 2 more.
  std::uint8_t unknown_class() const noexcept { return unknown_class_; }

  /// The letters before this one must be read as the lexicon says: the whole word if it is an entry other than an
  /// affix; the noun if the word is a noun that ends in a consonant and the definite article (-eke, -ekan); else 0.
  int lexicon_end() const noexcept { return lexicon_end_; }

  static constexpr std::size_t kMaxLetters = 64;

 private:
  std::size_t find_lexicon_end(std::span<const std::uint8_t> letters) const noexcept;

  std::array<MorphLetter, kMaxLetters> letters_;
  std::uint8_t unknown_class_ = 0;
  std::uint8_t lexicon_end_ = 0;
};

}  // namespace sorani::transliterate::g2p
