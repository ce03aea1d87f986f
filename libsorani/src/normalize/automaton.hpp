#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "normalize/equivalence_classes.hpp"
#include "normalize/rules/pattern.hpp"

namespace sorani::normalize {

/// Where the fast path stops for a pattern: at the pattern's symbol number `at`; if `pair`, only where the symbol
/// before it matches, too. Not `needed` for a pattern that keeps the text: it matters only where a shorter pattern
/// would match, and that one has a stop condition of its own.
struct StopCondition {
  std::size_t at;
  bool pair;
  bool needed = true;

  /// The longest prefix of the pattern, in symbols, that the fast path may have copied when it stops for it.
  std::size_t max_matched_prefix() const noexcept { return needed ? at : SIZE_MAX; }
};

/// The deterministic finite automaton (DFA) that recognizes each pattern of a rule set at its last symbol.
///
/// It is built by the subset construction over equivalence classes of characters. A position is a pattern and the
/// number of its symbols that are matched; a state is the set of positions of all patterns at once. Positions are
/// numbered so that matching a symbol is a shift, and a set is a bit vector: the transition of a set on a class is an
/// AND with the positions whose next symbol contains the class, and a shift by one (Baeza-Yates and Gonnet 1992,
/// "Shift-And"). States are numbered as they are found and their transitions stored in a table, `next[state * classes +
/// class]`.
///
/// No pattern is longer than `context() + 1`, so the state after a text depends on its last `context()` symbols only.
/// From any place in a text the state can be computed again by stepping over that many.
///
/// Besides the transitions the automaton tells what can be decided without one: whether two adjacent characters, or one
/// between two others, form a match that only deletes or replaces one of them, whatever precedes. The fast path does
/// that on the spot.
class Automaton {
 public:
  using State = std::uint16_t;
  static constexpr State kRoot = 0;

  /// One stop condition for each pattern. Throws `Error` if there are too many states.
  Automaton(std::vector<Pattern> patterns, std::span<const StopCondition> stop_conditions);

  State step(State state, ClassId class_id) const noexcept { return next_[state * classes_.size() + class_id]; }
  const EquivalenceClasses& classes() const noexcept { return classes_; }

  /// The pattern to apply in this state, or nullptr: the longest that ends here; of equally long ones, the first.
  const Pattern* match(State state) const noexcept {
    return states_[state].accept == kNone ? nullptr : &patterns_[states_[state].accept];
  }

  /// What the matching pattern does to two adjacent characters, whatever precedes them: it deletes one of them, or
  /// replaces the last one by `replacement_of_last(before, last)`.
  enum class Deletion : std::uint8_t { none, last, first, last_replaced };
  Deletion deletion(ClassId before, ClassId last) const noexcept { return deletions_[before * classes_.size() + last]; }
  char32_t replacement_of_last(ClassId before, ClassId last) const noexcept {
    return last_replacements_[before * classes_.size() + last];
  }

  /// True if a pattern deletes the middle one of three characters, whatever precedes them. To be called only if
  /// `may_delete_middle(middle)`.
  bool deletes_middle(ClassId before, ClassId middle, ClassId after) const noexcept {
    return middle_deletions_[middle_index_[middle] * classes_.size() + before][after];
  }
  /// True if there are two characters between which a pattern deletes one of this class.
  bool may_delete_middle(ClassId middle) const noexcept { return middle_index_[middle] != kNoMiddle; }

  /// True if a character of this class may be inside a match whose stop condition is already behind it.
  bool may_be_mid_pattern(ClassId class_id) const noexcept { return mid_pattern_[class_id]; }

  /// True if the stop condition of each pattern that is partly matched in this state is still ahead.
  bool can_resume_fast_path(State state) const noexcept { return states_[state].can_resume_fast_path; }

  std::size_t context() const noexcept { return context_; }
  /// As `context()`, for the next transition only and if the fast path has just stopped at a character of this class:
  /// it would have stopped earlier for the other patterns.
  std::size_t stop_context(ClassId class_id) const noexcept { return stop_context_[class_id]; }

  std::size_t states() const noexcept { return states_.size(); }
  std::span<const Pattern> patterns() const noexcept { return patterns_; }

 private:
  static constexpr std::uint16_t kNone = 0xFFFF;
  static constexpr std::uint8_t kNoMiddle = 0xFF;
  using ClassSet = std::bitset<256>;

  struct StateInfo {
    std::uint16_t accept;  // index of a pattern, or kNone
    bool can_resume_fast_path;
  };

  /// The positions of all patterns, those of one pattern consecutive.
  struct Positions {
    std::vector<std::size_t> first;         // of each pattern: no symbol matched
    std::vector<std::uint16_t> pattern_of;  // of each position
    std::size_t matched(std::size_t position) const noexcept { return position - first[pattern_of[position]]; }
  };

  /// For each class, the positions whose next symbol contains it, and the positions with no symbol matched.
  struct Moves {
    std::size_t words;  // 64 bits each, of a set of positions
    std::vector<std::uint64_t> by_class;
    std::vector<std::uint64_t> starts;
  };

  Positions number_positions();
  Moves find_moves(const Positions& positions, std::span<const StopCondition> stop_conditions);
  void build_states(const Positions& positions, const Moves& moves, std::span<const StopCondition> stop_conditions);
  StateInfo state_info(const Positions& positions, std::span<const std::uint64_t> set,
                       std::span<const StopCondition> stop_conditions) const;
  void find_deletions();
  void find_middle_deletions();

  std::vector<Pattern> patterns_;
  EquivalenceClasses classes_;
  std::vector<State> next_;
  std::vector<StateInfo> states_;
  std::vector<Deletion> deletions_;          // for each pair of classes
  std::vector<char32_t> last_replacements_;  // for each pair of classes
  std::vector<std::uint8_t> middle_index_;   // for each class, its part of middle_deletions_, or kNoMiddle
  std::vector<ClassSet> middle_deletions_;   // for each of these and each class before it, the classes after it
  std::vector<bool> mid_pattern_;            // for each class
  std::vector<std::size_t> stop_context_;    // for each class
  std::size_t context_ = 0;
};

}  // namespace sorani::normalize
