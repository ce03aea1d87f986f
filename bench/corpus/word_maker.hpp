#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/random.hpp"
#include "corpus/table.hpp"

namespace corpus {

/// Makes up Sorani-like words: a stem of syllables, and affixes. The same number gives the same word.
class WordMaker {
 public:
  /// Reads syllables.tsv, affixes.tsv and vocabulary.tsv from the directory `data`.
  WordMaker(const std::string& data, std::uint64_t seed);

  /// Appends the word of `rank`. Rarer words (with higher ranks) are longer. A few ranks share a word; another `salt`
  /// gives another word.
  void append(std::uint64_t rank, std::uint64_t salt, std::string& out) const;

 private:
  struct Letters {
    std::vector<std::string> items;
    WeightedChoice choice;
    const std::string& draw(Random& random) const { return items[choice(random)]; }
  };
  struct Affix {
    std::string after_consonant;
    std::string after_vowel;
  };
  struct Slot {
    std::vector<Affix> affixes;
    WeightedChoice choice;
  };

  static Letters letters(const Table& table, std::string_view place);
  static Slot slot(const Table& table, std::string_view name);
  /// Whether a suffix takes the form after a vowel.
  bool ends_in_vowel(std::string_view word) const;
  void append_stem(std::uint64_t stem, std::string& out) const;

  std::uint64_t seed_;
  Letters first_onset_, onset_, first_nucleus_, nucleus_, inner_coda_, last_coda_;
  std::vector<std::string> vowels_, glides_;
  Slot prefix_;
  std::vector<Slot> suffixes_;
  double stem_exponent_;
  double affixed_, affixed_growth_;
  /// Chance of one more syllable, and its growth, after the first, second and third.
  std::array<std::array<double, 2>, 3> more_syllables_;
};

}  // namespace corpus
