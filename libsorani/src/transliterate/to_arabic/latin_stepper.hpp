#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>

#include "transliterate/to_arabic/arabic_speller.hpp"
#include "transliterate/to_arabic/latin_rules.hpp"
#include "transliterate/to_arabic/neighbor.hpp"
#include "transliterate/to_arabic/rule_deromanizer.hpp"

namespace sorani::transliterate {

/// A state of the transducer: all of the text so far that what follows depends on.
struct LatinState {
  /// What the next byte comes after.
  enum class Place : std::uint8_t {
    between,      ///< none of the following; `neighbor` tells more
    start,        ///< white space, or the start of the text
    first_sign,   ///< a sign that begins a word; only a vowel has a step
    letter,       ///< a letter of a word
    sign,         ///< a sign inside a word; only a letter has a step
    full_stop,    ///< a full stop or colon; only white space has a step
    digit_comma,  ///< a comma after a digit, not written yet, since a digit would make it part of a number
    hyphen,       ///< a hyphen after a number or closing mark, not written yet, since an ending would drop it
    ending,       ///< `pending` is a prefix of an ending
    gap,          ///< a space after a word, number or closing mark, not written yet, since an enclitic would drop it
    enclitic,     ///< a gap, and `pending` is a prefix of an enclitic
  };
  /// Whether the text since the last space begins with an enclitic that was joined to the word before that space.
  enum class Joined : std::uint8_t { no, without_space, with_space };

  Place place = Place::start;
  Neighbor neighbor = Neighbor::apart;
  Joined joined = Joined::no;
  /// Rules were applied that do not apply in words with these characters; one of them has no step.
  CharacterSets excluded = 0;
  ArabicSpeller::State spelled = {};  ///< of the speller; the last sound is the representative of its class
  std::string pending = {};           ///< folded letters that need lookahead; a hyphen before an ending
  std::string partial = {};           ///< the bytes of an incomplete character

  bool operator<(const LatinState& other) const {
    const auto key = [](const LatinState& state) {
      return std::tie(state.place, state.neighbor, state.joined, state.excluded, state.spelled, state.pending,
                      state.partial);
    };
    return key(*this) < key(other);
  }
};

/// A transition: the next state and the output.
struct LatinStep {
  LatinState state;
  std::string written = {};
  bool is_possible = true;     ///< false: no step; the transducer quits
  CharacterSets excluded = 0;  ///< sets that this step adds to those of the state
};

/// The transition function from Latin letters to the Arabic script, byte by byte; `LatinTransducer` tabulates it.
///
/// A state keeps the class of the last sound, the letters that need lookahead to tell which rule applies, and whether
/// an ending or an enclitic can follow. Output is written as soon as no lookahead can change it.
///
/// There is no step for what is rare or would need many states: addresses, letters that no rule knows, most signs at
/// the start and the end of words, numbers with commas, words with letters that some rules depend on.
class LatinStepper {
 public:
  /// `rules` must outlive the object.
  LatinStepper(const LatinRules& rules, bool keep_punctuation);

  LatinStep step(const LatinState& from, char byte) const;

  /// Appends the pending output of a `gap` that no enclitic follows.
  static void end_gap(const LatinState& state, std::string& out);

 private:
  void reduce(LatinState& state) const;
  void consume(char32_t c, LatinStep& step) const;
  void consume_letter(char32_t c, LatinStep& step) const;
  void consume_sign(char32_t c, LatinStep& step) const;
  void consume_other(char32_t c, LatinStep& step) const;
  bool resolve(char32_t c, LatinStep& step) const;
  bool resolve_hyphen(char32_t c, LatinStep& step) const;
  bool resolve_ending(char32_t c, LatinStep& step) const;
  bool resolve_gap(char32_t c, LatinStep& step) const;
  bool resolve_enclitic(char32_t c, LatinStep& step) const;
  bool begin_ending(char32_t c, LatinStep& step) const;
  void end_word(LatinStep& step) const;
  void flush_pending(LatinStep& step, bool ends_word) const;

  const LatinRules& rules_;
  AsciiSigns signs_;
  std::array<Context, kPhonemeCount> representative_;  // of the equivalence class of each sound
};

/// The length in bytes of a character by its first byte; 0 if no character begins with this byte.
constexpr std::size_t character_length(char byte) noexcept {
  const auto first = static_cast<std::uint8_t>(byte);
  if (first < 0x80) return 1;
  if (first < 0xC2 || first > 0xF4) return 0;
  return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

}  // namespace sorani::transliterate
