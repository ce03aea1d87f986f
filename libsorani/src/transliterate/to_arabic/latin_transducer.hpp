#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/output_buffer.hpp"
#include "transliterate/to_arabic/latin_rules.hpp"
#include "transliterate/to_arabic/latin_stepper.hpp"

namespace sorani::transliterate {

/// A lazy finite-state transducer from Latin letters to the Arabic script: each step consumes a byte, goes to the next
/// state and writes a short text.
///
/// States and steps are computed by `LatinStepper` when text first needs them, and kept in tables, as the lazy DFA of
/// RE2 does it. Columns of the tables are classes of bytes, rows are states; a state is known by the index of its row
/// in the tables, so that a step is one addition and two loads. The number of states and outputs is bounded; a step
/// past the bound, or one that `LatinStepper` does not have, leads to the quit state. The cursor is rewound to the last
/// space, and the caller converts the text up to the next space by other means and resumes there.
///
/// A few steps are conditional: they apply rules that do not apply in words with certain characters. Their table entry
/// has a flag, and the word so far is checked for these characters; later ones have no step, by the state.
class LatinTransducer {
  /// Columns of a row: more than there are classes of bytes, and no multiple of a power of two above 16, so that the
  /// same column of different rows is not in the same set of the cache of the processor.
  static constexpr std::size_t kClasses = 208;
  /// The start state, in row 1.
  static constexpr std::uint32_t kStart = kClasses;

 public:
  /// `rules` must outlive the object.
  LatinTransducer(const LatinRules& rules, bool keep_punctuation);
  LatinTransducer(const LatinTransducer&) = delete;
  LatinTransducer& operator=(const LatinTransducer&) = delete;
  LatinTransducer(LatinTransducer&&) = delete;
  LatinTransducer& operator=(LatinTransducer&&) = delete;
  ~LatinTransducer() = default;

  /// A position in a text, with the state there and the output.
  class Cursor {
   public:
    /// The text begins and ends at white space, or where the whole text does; no enclitic may follow it. Others may
    /// write to `out` only when the cursor is at its end or has quit.
    Cursor(std::string_view text, base::OutputBuffer& out) : text_(text), out_(out), written_before_(out.size()) {}

    bool is_at_end() const noexcept { return at_ == text_.size(); }
    /// True if the caller must convert the text from `at()` to the next space.
    bool has_quit() const noexcept { return has_quit_; }

    std::string_view text() const noexcept { return text_; }
    std::size_t at() const noexcept { return at_; }
    base::OutputBuffer& out() const noexcept { return out_; }

    /// Continues at `at`, white space or the end, after the caller has written the output up to there.
    void resume(std::size_t at) noexcept {
      at_ = at;
      state_ = kStart;
      has_quit_ = false;
      written_before_ = out_.size();
    }

   private:
    friend class LatinTransducer;
    void rewind_to_space(const LatinState& state, const LatinRules& rules);

    std::string_view text_;
    base::OutputBuffer& out_;
    std::size_t written_before_;  // bytes of `out` that the transducer may not take back
    std::size_t at_ = 0;
    std::uint32_t state_ = kStart;
    bool has_quit_ = false;
  };

  /// Advances the cursors, none of which is at its end, until one is at its end or has quit. A step depends on the one
  /// before it, so that the latencies of two interleaved cursors overlap.
  void run(Cursor& cursor);
  void run(Cursor& first, Cursor& second);

 private:
  /// The output of a step, short enough to be copied whole, whatever its length.
  struct Output {
    static constexpr std::size_t kMaxLength = 15;
    std::array<char, kMaxLength> text;
    std::uint8_t size;
  };

  // Bounds of memory: the rows of 8192 states take 10 MB.
  static constexpr std::size_t kMaxStates = 8192;
  static constexpr std::size_t kMaxOutputs = 65536;  // their numbers have 16 bits

  /// Values that are no states (row 0 is unused): the step has not been computed; there is no step.
  static constexpr std::uint32_t kNotComputed = 0;
  static constexpr std::uint32_t kQuit = 1;
  /// Flag on the next state of a conditional step: see `excluded_`.
  static constexpr std::uint32_t kExceptionFlag = std::uint32_t{1} << 31;

  template <std::size_t kCursors>
  void run(const std::array<Cursor*, kCursors>& cursors);
  void end(Cursor& cursor);
  void rewind_to_space(Cursor& cursor) { cursor.rewind_to_space(*row_states_[cursor.state_ / kClasses], rules_); }
  std::uint32_t next_state(std::string_view text, std::size_t at, std::uint32_t from);
  std::uint32_t compute_step(std::uint32_t from, char byte);
  std::uint32_t row_of(const LatinState& state);
  std::optional<std::uint16_t> intern_output(const std::string& text);

  const LatinRules& rules_;
  LatinStepper stepper_;
  std::array<std::uint8_t, 256> byte_class_;
  // The tables: next state and output of each step.
  std::vector<std::uint32_t> next_;
  std::vector<std::uint16_t> output_;
  std::vector<Output> outputs_;
  std::unordered_map<std::size_t, CharacterSets> excluded_;  // of conditional steps
  std::map<LatinState, std::uint32_t> rows_;
  std::vector<const LatinState*> row_states_;  // by row
  std::unordered_map<std::string, std::uint16_t> output_ids_;
};

}  // namespace sorani::transliterate
