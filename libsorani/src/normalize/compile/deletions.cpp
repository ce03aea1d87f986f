#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "normalize/compile/automaton_builder.hpp"

namespace sorani::normalize {
namespace {

/// What a pattern of two symbols does to them; nothing if it does more than delete or replace one.
Deletion deletion_by(const Pattern& pattern) {
  if (pattern.length() != 2) return Deletion::none;
  if (pattern.deletes_last()) return Deletion::last;
  if (pattern.deletes_first()) return Deletion::first;
  return pattern.rewrites_last() ? Deletion::last_replaced : Deletion::none;
}

/// The longest match decides, of equally long ones the first. A pattern of two symbols decides for its pairs unless a
/// longer one ends with the same two, or an earlier one matches them as well.
void find_pairs(const PatternSet& set, BuiltAutomaton& automaton) {
  const std::size_t classes = set.classes.size();
  std::vector<bool> is_decided(classes * classes);
  automaton.deletions.assign(classes * classes, Deletion::none);
  automaton.tables.last_replacements.assign(classes * classes, 0);
  for (std::size_t p = 0; p < set.patterns.size(); ++p) {
    const Pattern& pattern = set.patterns[p];
    const std::size_t length = pattern.length();
    if (length == 1) continue;
    const Deletion deletion = deletion_by(pattern);
    const ClassSet& last = set.classes.members(p, length - 1);
    const ClassSet& before = set.classes.members(p, length - 2);
    for (std::size_t b = 0; b < classes; ++b) {
      for (std::size_t l = 0; before[b] && l < classes; ++l) {
        const std::size_t pair = b * classes + l;
        if (!last[l] || (length == 2 && is_decided[pair])) continue;
        is_decided[pair] = true;
        automaton.deletions[pair] = deletion;
        if (deletion == Deletion::last_replaced) automaton.tables.last_replacements[pair] = pattern.to[0];
      }
    }
  }
}

constexpr char32_t kNoChange = 0xFFFFFFFF;

/// What a pattern replaces the symbol between two others by, 0 if it deletes it; kNoChange if it does anything else.
char32_t middle_change(const Pattern& pattern) {
  if (pattern.deletes_middle()) return 0;
  return pattern.rewrites_middle() ? pattern.to[0] : kNoChange;
}

/// The classes between which, after `before`, a character of the class `middle` becomes `to`: the first pattern of
/// three symbols decides, unless a longer one ends with the same three, or one has matched at the middle character
/// already.
ClassSet classes_after(const PatternSet& set, std::size_t before, std::size_t middle, char32_t to) {
  ClassSet changed;
  ClassSet depends;
  for (std::size_t p = 0; p < set.patterns.size(); ++p) {
    const std::size_t length = set.patterns[p].length();
    if (length < 2) continue;
    // The last symbols of the pattern, the last one first.
    const auto symbol = [&](std::size_t i) -> const ClassSet& { return set.classes.members(p, length - 1 - i); };
    if (symbol(0)[middle] && symbol(1)[before]) depends.set();
    if (length < 3 || !symbol(1)[middle] || !symbol(2)[before]) continue;
    if (length > 3) {
      depends |= symbol(0);
    } else if (middle_change(set.patterns[p]) == to) {
      changed |= symbol(0) & ~depends;
    } else {
      depends |= symbol(0) & ~changed;
    }
  }
  return changed & ~depends;
}

void append_words(const ClassSet& set, std::vector<std::uint64_t>& words) {
  constexpr ClassSet kWord(~std::uint64_t{0});
  for (std::size_t w = 0; w < Automaton::kSetWords; ++w) words.push_back((set >> 64 * w & kWord).to_ullong());
}

void find_middles(const PatternSet& set, BuiltAutomaton& automaton) {
  const std::size_t classes = set.classes.size();
  AutomatonTables<Owned>& tables = automaton.tables;
  tables.middle_replacements.assign(classes, 0);
  ClassSet changed;  // between some two
  for (std::size_t p = 0; p < set.patterns.size(); ++p) {
    const char32_t to = middle_change(set.patterns[p]);
    if (to == kNoChange) continue;
    for (std::size_t middle = 0; middle < classes; ++middle) {
      if (!set.classes.members(p, 1)[middle] || changed[middle]) continue;
      changed.set(middle);
      tables.middle_replacements[middle] = to;
    }
  }
  tables.middle_index.assign(classes, Automaton::kNoMiddle);
  std::uint8_t count = 0;
  for (std::size_t middle = 0; middle < classes; ++middle) {
    if (!changed[middle]) continue;
    tables.middle_index[middle] = count++;
    for (std::size_t before = 0; before < classes; ++before) {
      append_words(classes_after(set, before, middle, tables.middle_replacements[middle]), tables.middle_changes);
    }
  }
}

}  // namespace

void find_deletions(const PatternSet& set, BuiltAutomaton& automaton) {
  find_pairs(set, automaton);
  find_middles(set, automaton);
}

}  // namespace sorani::normalize
