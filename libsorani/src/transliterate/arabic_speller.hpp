#pragma once

#include <string>

#include "transliterate/tables.hpp"

namespace sorani::transliterate {

/// Spells sounds in the Arabic script, one after the other.
///
/// A vowel at the start of a word is written with ئ, as it is after another vowel; i is not written; h at the end is
/// هـ.
class ArabicSpeller {
 public:
  /// `before` is the sound that the next one follows, `kEdge` if there is none.
  explicit ArabicSpeller(Context before = kEdge) noexcept : before_(before) {}

  /// Appends the letters of a sound, given by its number.
  void put(Context sound, std::string& out);
  /// The word ends here, or something stands here that is no sound.
  void end(std::string& out);

  Context before() const noexcept { return before_; }

  /// True if it makes no difference to what follows which of the two sounds stood before it.
  static bool are_alike(Context a, Context b) noexcept;

 private:
  Context before_;
};

}  // namespace sorani::transliterate
