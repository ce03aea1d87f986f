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
  class Strand {
   public:
    /// Nothing may be written to `out` by others until the strand is at its end or left alone. The text begins after a
    /// space, or with one, or where all text does; and it ends likewise, but not before an enclitic.
    Strand(std::string_view text, base::OutputBuffer& out) : text_(text), out_(out), written_before_(out.size()) {}

    bool is_at_end() const noexcept { return at_ == text_.size(); }
    /// True if what stands from `at()` to the next space is not for the transducer.
    bool is_left_alone() const noexcept { return is_left_alone_; }

    std::string_view text() const noexcept { return text_; }
    std::size_t at() const noexcept { return at_; }
    base::OutputBuffer& out() const noexcept { return out_; }

    /// Goes on at a space or the end, when others have written what was left alone.
    void go_on(std::size_t at) noexcept {
      at_ = at;
      state_ = kStart;
      is_left_alone_ = false;
      written_before_ = out_.size();
    }

   private:
    friend class LatinTransducer;
    void take_back(const LatinState& state, const LatinRules& rules);

    std::string_view text_;
    base::OutputBuffer& out_;
    std::size_t written_before_;  // `out` is not ours up to here
    std::size_t at_ = 0;
    std::uint32_t state_ = kStart;
    bool is_left_alone_ = false;
  };

  /// Writes the strands, none of which is at its end, until one is, or is left alone. A step waits for the one
  /// before, so two strands at once take little longer than one.
  void run(Strand& strand);
  void run(Strand& first, Strand& second);

 private:
  /// Short texts, so that to write one is to copy as many bytes as there may be.
  struct Output {
    static constexpr std::size_t kLongest = 15;
    std::array<char, kLongest> text;
    std::uint8_t size;
  };

  static constexpr std::size_t kMostStates = 8192;
  static constexpr std::size_t kMostOutputs = 65536;

  /// States are known by where their rows begin. These are none:
  static constexpr std::uint32_t kUnknown = 0;
  static constexpr std::uint32_t kLeftAlone = 1;
  /// Added to a state: only if the word holds none of `excluded_` so far.
  static constexpr std::uint32_t kIfNoException = std::uint32_t{1} << 31;

  template <std::size_t kStrands>
  void run(const std::array<Strand*, kStrands>& strands);
  void end(Strand& strand);
  void take_back(Strand& strand) { strand.take_back(*states_[strand.state_ / kClasses], rules_); }
  std::uint32_t find_step(std::string_view text, std::size_t at, std::uint32_t from);
  std::uint32_t make_step(std::uint32_t from, char byte);
  std::uint32_t number_of(const LatinState& state);
  std::optional<std::uint16_t> output_of(const std::string& text);

  const LatinRules& rules_;
  LatinStepper stepper_;
  std::array<std::uint8_t, 256> class_of_;
  // Steps stand in rows, one for each state.
  std::vector<std::uint32_t> next_;
  std::vector<std::uint16_t> output_;
  std::vector<Output> outputs_;
  std::unordered_map<std::size_t, LatinRules::ExceptionSets> excluded_;  // by the places of steps that have some
  std::map<LatinState, std::uint32_t> numbers_;
  std::vector<const LatinState*> states_;  // in the order of their rows
  std::unordered_map<std::string, std::uint16_t> output_numbers_;
};

}  // namespace sorani::transliterate
