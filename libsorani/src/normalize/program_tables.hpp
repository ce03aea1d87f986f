#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "normalize/fast_path/scan_data.hpp"

/// The tables that a rule set is compiled to. Those of the profiles are constants, made at build time
/// (libsorani/tablegen/programs); those of other rule sets are compiled when they are asked for (compile/compile.hpp).
/// They have no pointers, since each would be relocated at start-up.
namespace sorani::normalize {

/// What the rewriter must know of a character before it pushes it.
struct CharInfo {
  ClassId class_id;
  std::uint8_t flags;  ///< bits of CharFlag; 0 for most characters
  bool in_word;        ///< does not end a word, in the rules for vowel marks

  bool operator==(const CharInfo&) const = default;
};

/// A transition of the automaton.
struct Transition {
  static constexpr std::uint16_t kNoMatch = 0xFFFF;

  std::uint16_t state;    ///< the next state
  std::uint16_t pattern;  ///< the pattern that matches, as an index into `pattern_rows()`, or kNoMatch

  bool operator==(const Transition&) const = default;
};

/// `Array` is `std::vector` in tables compiled at run time, `View` over these or over constants.
template <typename T>
using Owned = std::vector<T>;
template <typename T>
using View = std::span<const T>;

/// See char_table.hpp.
template <template <typename> typename Array>
struct CharTables {
  Array<CharInfo> direct;         ///< of each character below `CharTable::kDirectSize`
  Array<ClassId> by_combination;  ///< the equivalence class for each of `script::class_combinations()`
  Array<char32_t> listed;         ///< other characters that patterns list, in ascending order
  Array<ClassId> listed_classes;  ///< the equivalence class of each
};

/// See automaton.hpp.
template <template <typename> typename Array>
struct AutomatonTables {
  Array<Transition> transitions;        ///< for each state and class
  Array<std::uint8_t> resumable;        ///< for each state, whether the fast path can be resumed
  Array<std::uint8_t> stop_context;     ///< for each class
  Array<char32_t> last_replacements;    ///< for each pair of classes
  Array<std::uint8_t> middle_index;     ///< for each class, its part of middle_changes, or kNoMiddle
  Array<char32_t> middle_replacements;  ///< for each class
  Array<std::uint64_t> middle_changes;  ///< for each of these and each class before it, a set of classes
  std::size_t context = 0;
};

template <template <typename> typename Array>
struct ProgramTables {
  Array<std::uint16_t> active_rules;  ///< indices into `rule_rows()`, in ascending order
  CharTables<Array> chars;
  AutomatonTables<Array> automaton;
  Array<ScanData> scan;  ///< one
  Array<Deletion> scan_deletions;
  ClassId ordinary_letter = 0;  ///< the class of a letter that no pattern singles out
};

/// Calls `function(name, member…)` for each member that is a table or a number, with that member of each argument.
template <typename Function, typename... Tables>
void for_each_table(Function&& function, Tables&&... tables) {
  function("active_rules", tables.active_rules...);
  function("chars.direct", tables.chars.direct...);
  function("chars.by_combination", tables.chars.by_combination...);
  function("chars.listed", tables.chars.listed...);
  function("chars.listed_classes", tables.chars.listed_classes...);
  function("automaton.transitions", tables.automaton.transitions...);
  function("automaton.resumable", tables.automaton.resumable...);
  function("automaton.stop_context", tables.automaton.stop_context...);
  function("automaton.last_replacements", tables.automaton.last_replacements...);
  function("automaton.middle_index", tables.automaton.middle_index...);
  function("automaton.middle_replacements", tables.automaton.middle_replacements...);
  function("automaton.middle_changes", tables.automaton.middle_changes...);
  function("automaton.context", tables.automaton.context...);
  function("scan", tables.scan...);
  function("scan_deletions", tables.scan_deletions...);
  function("ordinary_letter", tables.ordinary_letter...);
}

/// The same tables, not copied.
inline ProgramTables<View> view_of(const ProgramTables<Owned>& tables) {
  ProgramTables<View> view;
  for_each_table([](auto, auto& to, const auto& from) { to = from; }, view, tables);
  return view;
}

}  // namespace sorani::normalize
