#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>

#include "transliterate/chunk_deromanizer.hpp"
#include "transliterate/latin_rules.hpp"

namespace sorani::transliterate {

/// What the rest of a text depends on.
struct LatinState {
  /// What stands before the next byte.
  enum class Place : std::uint8_t {
    start,       ///< a space, or nothing
    first_sign,  ///< a sign that begins a word, which a vowel must follow
    letter,      ///< a letter of a word
    sign,        ///< a sign of a word, which a letter must follow
    apart,       ///< anything else
    full_stop,   ///< a full stop or colon, which a space must follow
  };

  Place place = Place::start;
  bool has_digraph = false;  ///< a rule was used that is not for all words, so no exception may come
  Context before = kEdge;    ///< the sound that was written last, or one like it
  std::string pending = {};  ///< letters, folded, of which no sound was written yet
  std::string partial = {};  ///< the bytes of a character that is not whole

  bool operator<(const LatinState& other) const {
    return std::tie(place, has_digraph, before, pending, partial) <
           std::tie(other.place, other.has_digraph, other.before, other.pending, other.partial);
  }
};

/// What a byte leads to.
struct LatinStep {
  LatinState state;
  std::string written = {};
  bool is_possible = true;
  bool used_digraph = false;  ///< as in `LatinState`, in this step
};

/// Converts Latin letters to the Arabic script byte by byte. What follows depends on little of what came before: the
/// last sound, and the letters that do not tell yet which rule they belong to.
///
/// There is no step for what few words need or what would need many states: addresses, letters that no rule knows, most
/// signs at the start and the end of words.
class LatinStepper {
 public:
  /// The rules must stay.
  LatinStepper(const LatinRules& rules, bool keep_punctuation);

  LatinStep step(const LatinState& from, char byte) const;

 private:
  void take_character(char32_t c, LatinStep& step) const;
  void take_letter(char32_t c, LatinStep& step) const;
  void take_sign(char32_t c, LatinStep& step) const;
  void end_word(LatinStep& step) const;
  void read_pending(LatinStep& step, bool is_whole) const;

  const LatinRules& rules_;
  AsciiSigns signs_;
  std::array<Context, kPhonemeCount> like_;  // of the sounds that need not be told apart, the first
};

/// How many bytes the character has that begins with this one; 0: none does.
constexpr std::size_t character_length(char byte) noexcept {
  const auto first = static_cast<std::uint8_t>(byte);
  if (first < 0x80) return 1;
  if (first < 0xC2 || first > 0xF4) return 0;
  return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

}  // namespace sorani::transliterate
