#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "transliterate/g2p/pronouncer.hpp"
#include "transliterate/scheme/generated.hpp"

namespace sorani::transliterate {

/// All schemes, in the order of schemes.tsv.
std::span<const SchemeInfo> schemes() noexcept;

/// A romanization scheme: writes sounds in Latin letters by contextual rules.
class Scheme {
 public:
  /// Throws `Error` if there is no such scheme; the message lists all.
  explicit Scheme(std::string_view name);

  const SchemeInfo& info() const noexcept { return *info_; }

  /// How the sound is written where no rule with contexts applies.
  std::string_view image(Phoneme sound) const noexcept;

  /// Appends the sounds of a word, written by the first rule of each that fits; with `syllables`, a full stop between
  /// two syllables.
  void write(const Reading& reading, bool syllables, std::string& out) const;

  /// How a word is written that is an exception to the rules, or nothing. `left` is `kAnything` for the word by itself,
  /// or the last sound of the word before it; the result then begins with the text for the space between them.
  std::string_view word(std::string_view arabic, Context left) const noexcept;

  /// True if some word is written depending on the last sound of the word before it.
  bool joins() const noexcept;

  /// How the conjunction is written after a word that ends in `last`; with the space before it if the scheme has one
  /// there.
  std::string_view conjunction_after(Phoneme last) const noexcept;

  std::span<const SoundRule> sound_rules() const noexcept;
  std::span<const SpellingRule> back_rules() const noexcept;

 private:
  const SchemeInfo* info_;
  std::array<const SoundRule*, kPhonemeCount + 1> rules_{};  // the first rule of each sound
};

/// Appends the capital of a character. For ẖ and the like, which have none, the capital of the base and the mark.
void append_capital(char32_t c, std::string& out);

}  // namespace sorani::transliterate
