#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "transliterate/phoneme.hpp"

namespace sorani::transliterate {

/// A sound of a word.
struct Sound {
  Phoneme phoneme;
  bool starts_syllable;
  friend bool operator==(const Sound&, const Sound&) = default;
};

/// The sounds of a word, from the first. Each letter gives one sound, but for وو, which is one where it stands for û;
/// and the sound i can follow any consonant.
using Reading = std::vector<Sound>;

/// One of several readings of a word.
struct RatedReading {
  Reading sounds;
  double cost;  ///< the least is the best; differences are natural logarithms of how many times likelier a reading is
};

/// Reads words: finds where the unwritten i stands, which و and ی are vowels, and where syllables begin.
///
/// Words are letters of the alphabet as numbers: their index in script::alphabet(), from 0. A word has at most
/// `kLongestWord` letters.
///
/// One object can be used by one thread at a time.
class Pronouncer {
 public:
  static constexpr std::size_t kLongestWord = 64;

  /// Replaces `out` by the best reading.
  void best(std::span<const std::uint8_t> letters, Reading& out);

  /// Replaces `out` by the `count` best readings, the best first; fewer if there are not as many.
  void best(std::span<const std::uint8_t> letters, std::size_t count, std::vector<RatedReading>& out);
};

}  // namespace sorani::transliterate
