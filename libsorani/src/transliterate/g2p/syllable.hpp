#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "transliterate/g2p/letters.hpp"
#include "transliterate/g2p/nucleus.hpp"  // IWYU pragma: export

/// The syllables that the letters of a word can be, by the phonotactics of Sorani.
namespace sorani::transliterate::g2p {

/// Letters `begin` to `end` of a word read as a syllable: an onset of one consonant, optionally with the glide w or y
/// after it, a nucleus (the vowel), and a coda of up to three consonants. The vowel i has no letter, û has two.
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

/// Bound of the syllables that begin at one letter: seven choices of onset and nucleus, each with `kMaxCoda` + 1 codas.
inline constexpr std::size_t kMaxSyllablesPerLetter = 28;

/// Which syllables are allowed.
enum class Phonotactics : std::uint8_t {
  sorani,  ///< those of Sorani words; some sequences of letters have no reading then
  any,     ///< i can follow any consonant, so that every sequence of letters has a reading
};

/// Writes to `out` the syllables that can begin at letter `begin`; returns how many there are.
///
/// A syllable begins with a vowel only at the start of a word (written without ئ) and after another vowel letter; i
/// follows only an onset of one consonant. The rules of `sorani` hold for all 6,051 words of the AsoSoft G2P
/// dataset that are written with the alphabet: no word ends in i, three consonants close only the last syllable, and
/// glides are not next to the vowel that resembles them (wu, yi, uw), but y can precede î after a vowel.
///
/// وو after a vowel letter is w and the conjunction u that joins the parts of a compound (ئاووهەوا ʔa.wu.he.wa), û if
/// the first part ends in the vowel (پلەووپایە pi.le.û.pa.ye), and ww before a vowel letter. ww with i after it
/// comes only from the prefix haw before a stem in w: هاووڵاتی haw.wi.ła.tî.
std::size_t syllables_at(std::span<const std::uint8_t> letters, std::size_t begin, Phonotactics rules,
                         std::span<Syllable, kMaxSyllablesPerLetter> out) noexcept;

}  // namespace sorani::transliterate::g2p
