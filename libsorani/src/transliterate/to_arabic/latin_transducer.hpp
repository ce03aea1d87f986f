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

/// A finite-state transducer from Latin letters to the Arabic script: one step per byte of text, which tells the next
/// state and what to write.
///
/// It remembers the steps of `LatinStepper`, each of which is made when text needs it first.
class LatinTransducer {
  /// Bytes that make the same steps have one number. There are fewer, but rows of this size do not fall on each other
  /// in the processor's cache.
  static constexpr std::size_t kClasses = 208;
  /// The state at the start of a text.
  static constexpr std::uint32_t kStart = kClasses;

 public:
  /// The rules must stay.
  LatinTransducer(const LatinRules& rules, bool keep_punctuation);
  LatinTransducer(const LatinTransducer&) = delete;
  LatinTransducer& operator=(const LatinTransducer&) = delete;
  LatinTransducer(LatinTransducer&&) = delete;
  LatinTransducer& operator=(LatinTransducer&&) = delete;
  ~LatinTransducer() = default;

  /// A text on its way.
  class Cursor {
   public:
    /// Nothing may be written to `out` by others until the cursor is at its end or left alone. The text begins after a
    /// space, or with one, or where all text does; and it ends likewise, but not before an enclitic.
    Cursor(std::string_view text, base::OutputBuffer& out) : text_(text), out_(out), written_before_(out.size()) {}

    bool is_at_end() const noexcept { return at_ == text_.size(); }
    /// True if what stands from `at()` to the next space is not for the transducer.
    bool has_quit() const noexcept { return has_quit_; }

    std::string_view text() const noexcept { return text_; }
    std::size_t at() const noexcept { return at_; }
    base::OutputBuffer& out() const noexcept { return out_; }

    /// Goes on at a space or the end, when others have written what was left alone.
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
    std::size_t written_before_;  // `out` is not ours up to here
    std::size_t at_ = 0;
    std::uint32_t state_ = kStart;
    bool has_quit_ = false;
  };

  /// Writes the cursors, none of which is at its end, until one is, or is left alone. A step waits for the one
  /// before, so two cursors at once take little longer than one.
  void run(Cursor& cursor);
  void run(Cursor& first, Cursor& second);

 private:
  /// Short texts, so that to write one is to copy as many bytes as there may be.
  struct Output {
    static constexpr std::size_t kMaxLength = 15;
    std::array<char, kMaxLength> text;
    std::uint8_t size;
  };

  static constexpr std::size_t kMaxStates = 8192;
  static constexpr std::size_t kMaxOutputs = 65536;

  /// States are known by where their rows begin. These are none:
  static constexpr std::uint32_t kNotComputed = 0;
  static constexpr std::uint32_t kQuit = 1;
  /// Added to a state: only if the word holds none of `excluded_` so far.
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
  // Steps stand in rows, one for each state.
  std::vector<std::uint32_t> next_;
  std::vector<std::uint16_t> output_;
  std::vector<Output> outputs_;
  std::unordered_map<std::size_t, LatinRules::ExceptionSets> excluded_;  // by the places of steps that have some
  std::map<LatinState, std::uint32_t> rows_;
  std::vector<const LatinState*> row_states_;  // in the order of their rows
  std::unordered_map<std::string, std::uint16_t> output_ids_;
};

}  // namespace sorani::transliterate
