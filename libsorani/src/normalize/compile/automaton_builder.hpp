#pragma once

#include <span>
#include <vector>

#include "normalize/automaton.hpp"
#include "normalize/compile/pattern_set.hpp"
#include "normalize/compile/stop_conditions.hpp"

namespace sorani::normalize {

/// An automaton, and what the fast path's tables are made from besides.
struct BuiltAutomaton {
  AutomatonTables<Owned> tables;
  /// For each class, whether a character of it may be inside a match whose stop condition is already behind it.
  std::vector<bool> mid_pattern;
  std::vector<Deletion> deletions;  ///< for each pair of classes
};

/// Builds the automaton of these patterns; one stop condition for each.
///
/// This is the subset construction over equivalence classes of characters. A position is a pattern and the number of
/// its symbols that are matched; a state is the set of positions of all patterns at once. Positions are numbered so
/// that matching a symbol is a shift, and a set is a bit vector: the transition of a set on a class is an AND with the
/// positions whose next symbol contains the class, and a shift by one (Baeza-Yates and Gonnet 1992, "Shift-And").
/// Positions with all symbols matched give the match of the transition, and are left out of the state that it leads to.
/// States are numbered as they are found.
///
/// Throws `Error` if there are too many states.
BuiltAutomaton build_automaton(const PatternSet& set, std::span<const StopCondition> stop_conditions);

/// Fills in what is decided about adjacent characters: `deletions`, `last_replacements`, and what concerns the middle
/// one of three.
void find_deletions(const PatternSet& set, BuiltAutomaton& automaton);

}  // namespace sorani::normalize
