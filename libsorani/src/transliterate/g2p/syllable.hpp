#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "transliterate/g2p/letters.hpp"

/// Which syllables the letters of a word can be.
namespace sorani::transliterate::g2p {

/// The vowel of a syllable.
enum class Nucleus : std::uint8_t { a, e, o, ee, u, uu, ii, i };

inline constexpr std::size_t kNucleusCount = 8;

/// A syllable that letters `begin` to `end` of a word can be: an onset of one consonant, perhaps with w or y behind it,
/// a vowel, and up to three consonants. The vowel i has no letter, û has two.
struct Syllable {
  std::uint8_t begin;
  std::uint8_t end;
  std::uint8_t onset;  ///< letters of the onset
  Nucleus nucleus;
  std::uint8_t nucleus_letters;

  constexpr std::uint8_t nucleus_begin() const noexcept { return static_cast<std::uint8_t>(begin + onset); }
  constexpr std::uint8_t coda_begin() const noexcept {
    return static_cast<std::uint8_t>(nucleus_begin() + nucleus_letters);
  }
  constexpr std::uint8_t coda() const noexcept { return static_cast<std::uint8_t>(end - coda_begin()); }

  friend bool operator==(const Syllable&, const Syllable&) = default;
};

inline constexpr std::size_t kMaxCoda = 3;

/// The most syllables that begin at one letter: onset × vowel × coda.
inline constexpr std::size_t kMaxSyllablesPerLetter = 28;

/// How strict to be with syllables.
enum class Phonotactics : std::uint8_t {
  sorani,  ///< only what Sorani words have; some rows of letters are no such word
  any,     ///< any row of letters can be read: a consonant can be followed by i
};

/// Writes to `out` the syllables that can begin at letter `begin`; returns how many there are.
///
/// A syllable begins with a vowel only at the start of a word (written without ئ) and after another vowel letter; i
/// stands only directly behind the first consonant. The rules of `sorani` hold for all 6,051 words of the AsoSoft G2P
/// dataset that are written with the alphabet: no word ends in i, three consonants close only the last syllable, and
/// glides do not stand next to the vowel that they are like (wu, yi, uw; y may stand before î behind a vowel).
///
/// وو behind a vowel letter is w and the conjunction u that joins the parts of a compound (ئاووهەوا ʔa.wu.he.wa), û if
/// the first part ends in the vowel (پلەووپایە pi.le.û.pa.ye), and ww before a vowel letter. Two w with i behind them
/// come only from the prefix haw before a stem in w: هاووڵاتی haw.wi.ła.tî.
std::size_t syllables_at(std::span<const std::uint8_t> letters, std::size_t begin, Phonotactics rules,
                         std::span<Syllable, kMaxSyllablesPerLetter> out) noexcept;

}  // namespace sorani::transliterate::g2p
