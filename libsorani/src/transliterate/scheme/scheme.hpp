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

/// A way to write sounds in Latin letters.
class Scheme {
 public:
  /// Throws `Error` if there is no such scheme; the message names those there are.
  explicit Scheme(std::string_view name);

  const SchemeInfo& info() const noexcept { return *info_; }

  /// How the sound is written where nothing special stands beside it.
  std::string_view image(Phoneme sound) const noexcept;

  /// Appends what the sounds of a word are written with; with `syllables`, a full stop between two syllables.
  void write(const Reading& reading, bool syllables, std::string& out) const;

  /// How a word is written that is not written by its sounds, or nothing. `left` is `kAnything` for the word by itself,
  /// or a sound: what the word before it ends in; then what stands for the space between the two comes first.
  std::string_view word(std::string_view arabic, Context left) const noexcept;

  /// True if the scheme writes some word as the one before it ends.
  bool joins() const noexcept;

  /// How the conjunction is written behind a word that ends in that sound; with the space before it if the scheme says
  /// so.
  std::string_view conjunction_after(Phoneme last) const noexcept;

  std::span<const SoundRule> sound_rules() const noexcept;
  std::span<const SpellingRule> back_rules() const noexcept;

 private:
  const SchemeInfo* info_;
  std::array<const SoundRule*, kPhonemeCount + 1> rules_{};  // where those of each sound begin
};

/// Appends the capital of a character; of ẖ and the like, that of its base and the mark.
void append_capital(char32_t c, std::string& out);

}  // namespace sorani::transliterate
