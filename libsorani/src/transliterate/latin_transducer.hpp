#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "transliterate/chunk_deromanizer.hpp"
#include "transliterate/latin_rules.hpp"
#include "transliterate/text_writer.hpp"

namespace sorani::transliterate {

/// A finite-state transducer from Latin letters to the Arabic script: one step per byte of text, which tells the next
/// state and what to write.
///
/// States are made when text leads to them first. Each stands for what the rest of a word depends on: the sound before,
/// and the letters that do not tell yet which rule they belong to. What few words need, or what would need many
/// states, it leaves alone: addresses, letters that no rule knows, most signs at the start and the end of words.
class LatinTransducer {
 public:
  /// The rules must stay.
  LatinTransducer(const LatinRules& rules, bool keep_punctuation);
  LatinTransducer(const LatinTransducer&) = delete;
  LatinTransducer& operator=(const LatinTransducer&) = delete;
  LatinTransducer(LatinTransducer&&) = delete;
  LatinTransducer& operator=(LatinTransducer&&) = delete;
  ~LatinTransducer() = default;

  /// Writes what stands between spaces from `begin` on, which is the start of the text or follows a space, as long as
  /// it can. Returns where the first begins that it leaves alone, or the end of the text.
  std::size_t convert(std::string_view text, std::size_t begin, TextWriter& out);

 private:
  /// What stands before the next byte.
  enum class Place : std::uint8_t {
    start,       ///< a space, or nothing
    first_sign,  ///< a sign that begins a word, which a vowel must follow
    letter,      ///< a letter of a word
    sign,        ///< a sign of a word, which a letter must follow
    apart,       ///< anything else
    full_stop,   ///< a full stop or colon, which a space must follow
  };

  struct State {
    Place place = Place::start;
    bool has_digraph = false;  ///< a rule was used that is not for all words, so no exception may come
    Context before = kEdge;    ///< the sound that was written last, or one like it
    std::string pending = {};  ///< letters, folded, of which no sound was written yet
    std::string partial = {};  ///< the bytes of a character that is not whole

    bool operator<(const State& other) const {
      return std::tie(place, has_digraph, before, pending, partial) <
             std::tie(other.place, other.has_digraph, other.before, other.pending, other.partial);
    }
  };

  /// Short texts, so that to write one is to copy as many bytes as there may be.
  struct Output {
    static constexpr std::size_t kLongest = 15;
    std::array<char, kLongest> text;
    std::uint8_t size;
  };

  /// Bytes that make the same steps have one number. There are fewer, but rows of this size do not fall on each other in
  /// the processor's cache.
  static constexpr std::size_t kClasses = 208;
  static constexpr std::size_t kMostStates = 8192;
  static constexpr std::size_t kMostOutputs = 65536;

  /// A state is known by where its row begins. Instead of the first one, and above all of them:
  static constexpr std::uint32_t kUnknown = 0;
  static constexpr std::uint32_t kLeftAlone = 1;
  static constexpr std::uint32_t kStart = kClasses;
  /// Added to a state: only if the word holds no exception so far.
  static constexpr std::uint32_t kIfNoException = std::uint32_t{1} << 31;

  /// What a step leads to.
  struct Step {
    State state;
    std::string written = {};
    bool is_possible = true;
    bool used_digraph = false;  ///< as in `State`, in this step
  };

  std::uint32_t find_step(std::string_view text, std::size_t at, std::uint32_t from);
  std::uint32_t make_step(std::uint32_t from, char byte);
  void take(char byte, Step& step) const;
  void take_character(char32_t c, Step& step) const;
  void take_letter(char32_t c, Step& step) const;
  void take_sign(char32_t c, Step& step) const;
  void end_word(Step& step) const;
  void read_pending(Step& step, bool is_whole) const;
  bool holds_exception(std::string_view text) const;
  std::uint32_t number_of(const State& state);
  std::optional<std::uint16_t> output_of(const std::string& text);

  const LatinRules& rules_;
  AsciiSigns signs_;
  std::array<Context, kPhonemeCount> like_;  // of the sounds that need not be told apart, the first
  std::array<std::uint8_t, 256> class_of_;
  // Steps stand in rows, one for each state.
  std::vector<std::uint32_t> next_;
  std::vector<std::uint16_t> output_;
  std::vector<Output> outputs_;
  std::map<State, std::uint32_t> numbers_;
  std::vector<const State*> states_;  // in the order of their rows
  std::unordered_map<std::string, std::uint16_t> output_numbers_;
};

}  // namespace sorani::transliterate
