#include "normalize/compile/compile.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "normalize/char_table.hpp"
#include "normalize/compile/automaton_builder.hpp"
#include "normalize/compile/pattern_set.hpp"
#include "normalize/compile/scan_builder.hpp"
#include "normalize/compile/stop_conditions.hpp"
#include "script/script.hpp"

namespace sorani::normalize {
namespace {

std::vector<Pattern> patterns_at(std::span<const std::uint16_t> numbers) {
  std::vector<Pattern> patterns;
  for (const std::uint16_t number : numbers) patterns.push_back(pattern_rows()[number]);
  return patterns;
}

CharTables<Owned> make_char_tables(const EquivalenceClasses& classes, const RuleSet& rules) {
  const CharTraits traits(rules);
  const auto by_combination = classes.by_combination();
  CharTables<Owned> tables;
  tables.by_combination.assign(by_combination.begin(), by_combination.end());
  tables.direct.reserve(CharTable::kDirectSize);
  for (char32_t c = 0; c < CharTable::kDirectSize; ++c) {
    tables.direct.push_back(traits.info(c, by_combination[script::combination_index(c)]));
  }
  for (std::size_t i = 0; i < classes.listed().size(); ++i) {
    const char32_t c = classes.listed()[i];
    const ClassId class_id = classes.listed_classes()[i];
    if (c < CharTable::kDirectSize) {
      tables.direct[c].class_id = class_id;
    } else {
      tables.listed.push_back(c);
      tables.listed_classes.push_back(class_id);
    }
  }
  return tables;
}

/// The equivalence class with the most letters of the alphabet. Its letters differ from others in general properties
/// only, such as being a consonant that joins to both sides.
ClassId most_common_letter_class(const EquivalenceClasses& classes) {
  std::vector<std::size_t> letters(classes.size());
  for (const script::Letter& letter : script::alphabet()) ++letters[classes[letter.value]];
  return static_cast<ClassId>(std::max_element(letters.begin(), letters.end()) - letters.begin());
}

}  // namespace

PatternSet::PatternSet(const RuleSet& rules)
    : numbers(rules.pattern_numbers()),
      patterns(patterns_at(numbers)),
      classes(patterns),
      set_symbols(symbols_of_sets(classes)) {}

ProgramTables<Owned> compile(const RuleSet& rules) {
  const PatternSet set(rules);
  const std::vector<StopCondition> stop_conditions = choose_stop_conditions(set, rules);
  BuiltAutomaton automaton = build_automaton(set, stop_conditions);
  ProgramTables<Owned> tables;
  tables.active_rules = rules.active_rules();
  tables.chars = make_char_tables(set.classes, rules);
  tables.scan.push_back(
      make_scan_data(automaton, join_stop_conditions(set, stop_conditions), rules, tables.chars.direct));
  tables.scan_deletions = make_scan_deletions(tables.scan.front(), automaton);
  tables.automaton = std::move(automaton.tables);
  tables.ordinary_letter = most_common_letter_class(set.classes);
  return tables;
}

}  // namespace sorani::normalize
