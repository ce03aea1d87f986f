#pragma once

#include <string>
#include <string_view>

#include "transliterate/latin_rules.hpp"

namespace sorani::transliterate {

/// Spells words of Latin letters in the Arabic script: the longest texts that some rule knows become sounds, and sounds
/// letters.
class LatinReader {
 public:
  /// The rules must stay.
  explicit LatinReader(const LatinRules& rules) : rules_(rules) {}

  /// Appends the spelling of a word. Characters that no rule knows stay as they are.
  void read(std::string_view word, std::string& out);

 private:
  void fold(std::string_view word);
  bool holds_one(std::string_view texts) const;

  const LatinRules& rules_;
  std::string folded_;
};

}  // namespace sorani::transliterate
