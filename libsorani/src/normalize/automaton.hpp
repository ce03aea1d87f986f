#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "normalize/generated.hpp"
#include "normalize/program_tables.hpp"

namespace sorani::normalize {

/// The deterministic finite automaton that recognizes each pattern of a rule set at its last symbol. Its input are the
/// equivalence classes of characters. compile/automaton_builder.hpp tells how it is made.
///
/// It is a Mealy machine: the match is known on the transition, so that one look-up gives the match and the next state,
/// and states that differ only in what has just matched are one.
///
/// No pattern is longer than `context() + 1`, so the state after a text depends on its last `context()` symbols only.
/// From any place in a text the state can be computed again by stepping over that many.
///
/// Besides the transitions the automaton tells what can be decided without one: whether a character between two others
/// is deleted or replaced, and what the last of two becomes, whatever precedes. The fast path does that on the spot.
class Automaton {
 public:
  using State = std::uint16_t;
  static constexpr State kRoot = 0;
  static constexpr std::uint8_t kNoMiddle = 0xFF;
  static constexpr std::size_t kSetWords = 4;  ///< 64 bits each, of a set of classes

  explicit Automaton(const AutomatonTables<View>& tables) noexcept : tables_(tables) {}

  Transition step(State state, ClassId class_id) const noexcept {
    return tables_.transitions[state * classes() + class_id];
  }

  /// The pattern to apply after a transition, or nullptr: the longest that ends here; of equally long ones, the first.
  const Pattern* match(Transition transition) const noexcept {
    return transition.pattern == Transition::kNoMatch ? nullptr : &patterns_[transition.pattern];
  }

  /// What a pattern of two symbols writes instead of the last one; to be called where `Deletion` is last_replaced.
  char32_t replacement_of_last(ClassId before, ClassId last) const noexcept {
    return tables_.last_replacements[before * classes() + last];
  }

  /// True if a pattern deletes the middle one of three characters, or replaces it by `replacement_of_middle`, whatever
  /// precedes them. To be called only if there are two characters between which a pattern does that.
  bool changes_middle(ClassId before, ClassId middle, ClassId after) const noexcept {
    const std::size_t set = tables_.middle_index[middle] * classes() + before;
    return (tables_.middle_changes[set * kSetWords + after / 64] >> after % 64 & 1) != 0;
  }

  /// What a character between two others becomes where `changes_middle`; 0 if it is deleted.
  char32_t replacement_of_middle(ClassId middle) const noexcept { return tables_.middle_replacements[middle]; }

  /// True if the stop condition of each pattern that is partly matched in this state is still ahead.
  bool can_resume_fast_path(State state) const noexcept { return tables_.resumable[state]; }

  std::size_t context() const noexcept { return tables_.context; }
  /// As `context()`, for the next transition only and if the fast path has just stopped at a character of this class:
  /// it would have stopped earlier for the other patterns.
  std::size_t stop_context(ClassId class_id) const noexcept { return tables_.stop_context[class_id]; }

 private:
  std::size_t classes() const noexcept { return tables_.stop_context.size(); }

  AutomatonTables<View> tables_;
  std::span<const Pattern> patterns_ = pattern_rows();
};

}  // namespace sorani::normalize
