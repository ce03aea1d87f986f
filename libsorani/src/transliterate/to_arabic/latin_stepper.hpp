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

/// What the rest of a text depends on.
struct LatinState {
  /// What stands before the next byte.
  enum class Place : std::uint8_t {
    between,      ///< anything but what follows; `neighbor` tells more
    start,        ///< a space, or nothing
    first_sign,   ///< a sign that begins a word, which a vowel must follow
    letter,       ///< a letter of a word
    sign,         ///< a sign of a word, which a letter must follow
    full_stop,    ///< a full stop or colon, which a space must follow
    digit_comma,  ///< a comma after a digit, not written yet: another digit makes it part of a number
    hyphen,       ///< a hyphen after a number or closing mark, not written yet: an ending makes it go
    ending,       ///< `pending` can be the ending of a number
    gap,          ///< a space after a word, number or closing mark, not written yet: an enclitic makes it go
    enclitic,     ///< such a space, and `pending` can be an enclitic
  };
  /// An enclitic of this chunk was written with the chunk before.
  enum class Joined : std::uint8_t { no, without_space, with_space };

  Place place = Place::start;
  Neighbor neighbor = Neighbor::apart;
  Joined joined = Joined::no;
  /// Rules were used that are not for words with these characters, so none of them may come.
  LatinRules::ExceptionSets excluded = 0;
  ArabicSpeller::State spelled = {};  ///< with the sound that was written last, or one like it
  std::string pending = {};           ///< letters, folded, of which no sound was written yet; a hyphen before an ending
  std::string partial = {};           ///< the bytes of a character that is not whole

  bool operator<(const LatinState& other) const {
    const auto key = [](const LatinState& state) {
      return std::tie(state.place, state.neighbor, state.joined, state.excluded, state.spelled, state.pending,
                      state.partial);
    };
    return key(*this) < key(other);
  }
};

/// What a byte leads to.
struct LatinStep {
  LatinState state;
  std::string written = {};
  bool is_possible = true;
  LatinRules::ExceptionSets excluded = 0;  ///< as in `LatinState`, by this step
};

/// Converts Latin letters to the Arabic script byte by byte. What follows depends on little of what came before: the
/// last sound, the letters that do not tell yet which rule they belong to, and whether an ending can follow.
///
/// There is no step for what few words need or what would need many states: addresses, letters that no rule knows, most
/// signs at the start and the end of words, numbers with commas, words with letters that some rules are only for.
class LatinStepper {
 public:
  /// The rules must stay.
  LatinStepper(const LatinRules& rules, bool keep_punctuation);

  LatinStep step(const LatinState& from, char byte) const;

  /// Appends what is not written yet at a `gap` that no enclitic follows.
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
  std::array<Context, kPhonemeCount> representative_;  // of the sounds that need not be told apart, the first
};

/// How many bytes the character has that begins with this one; 0: none does.
constexpr std::size_t character_length(char byte) noexcept {
  const auto first = static_cast<std::uint8_t>(byte);
  if (first < 0x80) return 1;
  if (first < 0xC2 || first > 0xF4) return 0;
  return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

}  // namespace sorani::transliterate
