#pragma once

#include <string>
#include <string_view>

#include "transliterate/to_arabic/arabic_speller.hpp"
#include "transliterate/to_arabic/latin_rules.hpp"

namespace sorani::transliterate {

/// Spells words of Latin letters in the Arabic script: the rule with the longest match gives sounds, which the speller
/// spells.
class LatinReader {
 public:
  /// `rules` must outlive the object.
  explicit LatinReader(const LatinRules& rules) : rules_(rules) {}

  /// Appends the spelling of a word. Does not call `speller.end()`, since an ending may follow. Characters that no rule
  /// knows are copied.
  void read(std::string_view word, ArabicSpeller& speller, std::string& out);

  /// The word in lower case and NFC, with variants of signs folded. Valid until the next call.
  std::string_view folded(std::string_view word) {
    fold(word);
    return folded_;
  }

 private:
  void fold(std::string_view word);
  void strip_unknown_marks();

  const LatinRules& rules_;
  std::string folded_;
  std::u32string characters_;  // of the folded word
  CharacterSets sets_ = 0;     // those with a character of the word
  bool has_unknown_ = false;   // the word has a letter that no rule has
};

}  // namespace sorani::transliterate
