#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "transliterate/g2p/lexicon.hpp"

/// Which stems and affixes of the lexicon a word is made of.
namespace sorani::transliterate::g2p {

/// From here on the length of a morph makes no difference.
inline constexpr std::size_t kMaxMorphLength = 6;

/// A letter of a word, as the lexicon sees it.
struct MorphLetter {
  MorphKind kind = MorphKind::unknown;
  std::uint8_t begin = 0;   ///< index of the first letter of its morph
  std::uint8_t length = 0;  ///< letters of the morph, at most kMaxMorphLength
  bool is_first = false;
  bool is_last = false;
  LexiconLetter reading = {};  ///< unless unknown
};

/// Covers a word with as few and as long rows of the lexicon as it takes: prefixes, stems, suffixes, in the order in
/// which words have them, and single unknown letters where nothing fits.
class Morphs {
 public:
  /// Cuts up `letters`, at most `kMaxLetters`.
  void assign(std::span<const std::uint8_t> letters, const Lexicon& lexicon) noexcept;

  const MorphLetter& operator[](int at) const noexcept { return letters_[static_cast<std::size_t>(at)]; }
  /// How much of the word is unknown: 0 nothing, 1 a letter or two, 2 more.
  std::uint8_t unknown_class() const noexcept { return unknown_class_; }

  /// The end of the letters that are read as the lexicon says: of a word that is a row other than an affix, all; of a
  /// noun that ends in a consonant, before the definite article (-eke, -ekan), those of the noun; else none.
  int lexicon_end() const noexcept { return lexicon_end_; }

  static constexpr std::size_t kMaxLetters = 64;

 private:
  std::size_t find_lexicon_end(std::span<const std::uint8_t> letters) const noexcept;

  std::array<MorphLetter, kMaxLetters> letters_;
  std::uint8_t unknown_class_ = 0;
  std::uint8_t lexicon_end_ = 0;
};

}  // namespace sorani::transliterate::g2p
