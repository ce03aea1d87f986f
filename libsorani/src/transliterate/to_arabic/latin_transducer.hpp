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

#include "base/mapped_array.hpp"
#include "base/output_buffer.hpp"
#include "transliterate/to_arabic/latin_rules.hpp"
#include "transliterate/to_arabic/latin_stepper.hpp"

namespace sorani::transliterate {

/// A lazy finite-state transducer from Latin letters to the Arabic script: each step consumes a byte, goes to the next
/// state and writes a short text.
///
/// States and steps are computed by `LatinStepper` when text first needs them, and kept in a table, as the lazy DFA of
/// RE2 does it. Its columns are classes of bytes, its rows are states; a state is known by the index of its row in the
/// table. A step is 32 bits, next state and number of the output, so that few cache lines are in use: the time of a
/// step is that of its load, which the load of the next step has to wait for. The number of states and outputs is
/// bounded; a step past the bound, or one that `LatinStepper` does not have, leads to the quit state. The cursor is
/// rewound to the last space, and the caller converts the text up to the next space by other means and resumes there.
///
/// A few steps are conditional: they apply rules that do not apply in words with certain characters. Their entry says
/// so, and the word so far is checked for these characters; later ones have no step, by the state.
class LatinTransducer {
  /// Columns of a row: more than there are classes of bytes, and an odd number of cache lines, so that the same column
  /// of different rows is not in the same set of the cache of the processor.
  static constexpr std::size_t kColumns = 208;
  /// A state is the index of its row in the table.
  using State = std::uint32_t;
  /// The start state, in row 1.
  static constexpr State kStart = kColumns;

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
    State state_ = kStart;
    bool has_quit_ = false;
  };

  /// How many cursors are run together.
  static constexpr std::size_t kParallel = 4;

  /// Advances the cursors, none of which is at its end, until one is at its end or has quit. A step depends on the one
  /// before it, so that the latencies of several interleaved cursors overlap.
  void run(Cursor& cursor);
  void run(std::array<Cursor, kParallel>& cursors);

 private:
  /// The output of a step, short enough to be copied whole, whatever its length.
  struct Output {
    static constexpr std::size_t kMaxLength = 15;
    std::array<char, kMaxLength> text;
    std::uint8_t size;
  };

  /// An entry of the table: the next state, and the number of the output in the lower bits.
  using Step = std::uint32_t;
  static constexpr unsigned kOutputBits = 12;
  static constexpr State next_state(Step step) noexcept { return step >> kOutputBits; }
  static constexpr std::size_t output_id(Step step) noexcept { return step & (kMaxOutputs - 1); }

  // Bounds of memory: the rows of all states take 4 MB.
  static constexpr std::size_t kMaxOutputs = std::size_t{1} << kOutputBits;
  static constexpr std::size_t kMaxStates = (std::size_t{1} << (32 - kOutputBits)) / kColumns;

  /// Entries that are no steps: not computed yet; no step; see `conditional_`.
  static constexpr Step kNotComputed = 0, kQuit = 1, kConditional = 2;
  static constexpr bool is_special(Step step) noexcept { return step < kStart << kOutputBits; }

  struct Conditional {
    Step step;
    CharacterSets excluded;  ///< the step is not possible in a word with one of these characters
  };

  template <std::size_t kCursors>
  void run(const std::array<Cursor*, kCursors>& cursors);
  void end(Cursor& cursor);
  void rewind_to_space(Cursor& cursor) { cursor.rewind_to_space(*row_states_[cursor.state_ / kColumns], rules_); }
  Step resolved_step(std::string_view text, std::size_t at, State from);
  Step compute_step(State from, char byte);
  std::optional<State> row_of(const LatinState& state);
  std::optional<Step> intern_output(const std::string& text);

  const LatinRules& rules_;
  LatinStepper stepper_;
  std::array<std::uint8_t, 256> byte_class_;
  base::MappedArray<Step> steps_;  // the table
  std::vector<Output> outputs_;
  std::unordered_map<std::size_t, Conditional> conditional_;  // by index in the table
  std::map<LatinState, State> rows_;
  std::vector<const LatinState*> row_states_;  // by row
  std::unordered_map<std::string, Step> output_ids_;
};

}  // namespace sorani::transliterate
