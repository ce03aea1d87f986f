#include "normalize/fast_path/scan_tables.hpp"

#include <algorithm>
#include <vector>

#include "normalize/fast_path/stop_conditions.hpp"
#include "normalize/fast_path/symbol_sets.hpp"
#include "script/script.hpp"
#include "utf8/properties.hpp"
#include "utf8/utf8.hpp"

namespace sorani::normalize {
namespace {

void set_replacements(ScanTables& tables, const RuleSet& rules) {
  std::vector<std::size_t> letters;
  for (std::size_t s = 0; s < ScanTables::kTableSymbols; ++s) {
    const std::size_t to = unconditional_replacement(code_point(s), rules);
    tables.replacement[s] = static_cast<std::uint16_t>(to);
    if (to == s || s >= 256 || to >= 256) continue;
    letters.push_back(s);
    tables.byte_tables.delta[s] = static_cast<std::uint8_t>(s ^ to);
  }
  // If there are too many for the shuffles, take the first rows of the rule files: those of the most frequent letters.
  std::sort(letters.begin(), letters.end(), [&](std::size_t a, std::size_t b) {
    return rules.replacement(code_point(a)) < rules.replacement(code_point(b));
  });
  letters.resize(std::min(letters.size(), ScanTables::kMaxLetters));
  for (const std::size_t s : letters) tables.letters.add(s, tables.replacement[s]);
}

void set_flags(ScanTables& tables, const StopSets& stops, const Automaton& automaton) {
  tables.symbols[ScanTables::kUnsupported].flags = ScanTables::kStopFlag;
  for (std::size_t s = 0; s < ScanTables::kUnknown; ++s) {
    std::uint32_t& flags = tables.symbols[s].flags;
    if (stops.single[s]) flags |= ScanTables::kStopFlag;
    for (std::size_t k = 0; k < stops.pairs.size(); ++k) {
      if (stops.pairs[k].first[s]) flags |= ScanTables::kFirstFlag << k;
      if (stops.pairs[k].second[s]) flags |= ScanTables::kSecondFlag << k;
    }
    if (s >= ScanTables::kTableSymbols) {
      const std::size_t id = s - ScanTables::kFirstClass;
      if (id < automaton.classes().size() && automaton.may_be_mid_pattern(static_cast<ClassId>(id))) {
        flags |= ScanTables::kMidPatternFlag;
      }
      continue;
    }
    const char32_t c = code_point(s);
    if (automaton.may_be_mid_pattern(automaton.classes()[c])) flags |= ScanTables::kMidPatternFlag;
    tables.symbols[s].combining_class = utf8::combining_class(c);
    if (script::is(c, script::kMark) || utf8::combining_class(c) != 0) flags |= ScanTables::kMarkFlag;
  }
}

/// Adds the letters and vowel marks of the rule vowel-marks as pairs, for the exact part only: the vectors stop at
/// every mark. The pairs left by the patterns are shared if there are more marks than pairs.
void add_vowel_marks(ScanTables& tables) {
  constexpr std::size_t kFreePairs = 8 - ScanTables::kMaxPairs;
  std::vector<char32_t> marks;
  for (const VowelMarkRow& row : vowel_mark_rows()) {
    auto at = static_cast<std::size_t>(std::find(marks.begin(), marks.end(), row.mark) - marks.begin());
    if (at == marks.size()) marks.push_back(row.mark);
    at = ScanTables::kMaxPairs + std::min(at, kFreePairs - 1);
    tables.symbols[ScanTables::symbol_of(row.letter)].flags |= ScanTables::kFirstFlag << at;
    tables.symbols[ScanTables::symbol_of(row.mark)].flags |= ScanTables::kSecondFlag << at;
  }
}

/// The sets for the vectors. A character belongs to the sets of its replacement, since patterns see only that.
void set_vector_sets(ScanTables& tables, std::span<const SymbolPair> pairs) {
  const std::vector<SymbolBits> sets = distinct_sets(pairs);
  tables.pair_count = pairs.size();
  const auto bit_of = [&](const SymbolBits& set) {
    return static_cast<std::uint8_t>(2u << (std::find(sets.begin(), sets.end(), set) - sets.begin()));
  };
  ScanTables::ByteTables& bytes = tables.byte_tables;
  for (std::size_t k = 0; k < pairs.size(); ++k) {
    bytes.first[k] = bit_of(pairs[k].first);
    bytes.second[k] = bit_of(pairs[k].second);
  }
  for (std::size_t s = 0; s < ScanTables::kTableSymbols; ++s) {
    const std::size_t to = tables.replacement[s];
    const bool stops = to >= ScanTables::kTableSymbols ||
                       (tables.symbols[to].flags & (ScanTables::kStopFlag | ScanTables::kMarkFlag)) != 0;
    const bool replaced_by_shuffles = s < 256 && (tables.letters.by_high[s >> 4] & tables.letters.by_low[s & 15]) != 0;
    if (stops || (to != s && !replaced_by_shuffles)) tables.stop.insert(s);
    const bool replaced_by_delta = s < 256 && bytes.delta[s & 0xFF] != 0;
    unsigned bits = stops || (to != s && !replaced_by_delta) ? 1 : 0;
    for (std::size_t k = 0; k < pairs.size() && to < ScanTables::kTableSymbols; ++k) {
      if (pairs[k].first[to]) tables.pairs[k].first.insert(s);
      if (pairs[k].second[to]) tables.pairs[k].second.insert(s);
      if (pairs[k].first[to]) bits |= bytes.first[k];
      if (pairs[k].second[to]) bits |= bytes.second[k];
    }
    (s < 256 ? bytes.arabic[s] : bytes.ascii[s - 256]) = static_cast<std::uint8_t>(bits);
  }
}

/// `Automaton::deletion`, without replacements that the fast path cannot make.
Automaton::Deletion possible_deletion(const ScanTables& tables, const Automaton& automaton, ClassId before,
                                      ClassId last) {
  const Automaton::Deletion deletion = automaton.deletion(before, last);
  if (deletion != Automaton::Deletion::last_replaced) return deletion;
  // The replacement must be a letter of two bytes that is not replaced in turn.
  const std::size_t to = ScanTables::symbol_of(automaton.replacement_of_last(before, last));
  return to < 256 && tables.replacement[to] == to ? deletion : Automaton::Deletion::none;
}

void set_deletions(ScanTables& tables, const Automaton& automaton, const CharTable& chars) {
  const std::size_t classes = automaton.classes().size();
  const auto none = static_cast<ClassId>(classes);
  tables.no_class = classes;
  tables.deletions.assign((classes + 1) * (classes + 1), Automaton::Deletion::none);
  for (std::size_t before = 0; before < classes; ++before) {
    for (std::size_t last = 0; last < classes; ++last) {
      tables.deletions[before * (classes + 1) + last] =
          possible_deletion(tables, automaton, static_cast<ClassId>(before), static_cast<ClassId>(last));
    }
  }
  for (std::size_t s = 0; s < ScanTables::kSymbolCount; ++s) {
    ScanTables::Symbol& symbol = tables.symbols[s];
    symbol.class_before = symbol.class_after = none;
    if (s < ScanTables::kTableSymbols) {
      const CharInfo info = chars[code_point(s)];
      symbol.class_before = info.class_id;
      if (info.flags == 0) symbol.class_after = info.class_id;
    } else if (s < ScanTables::kFirstClass + classes) {
      symbol.class_before = symbol.class_after = static_cast<ClassId>(s - ScanTables::kFirstClass);
    }
    if (symbol.class_after != none && automaton.may_delete_middle(symbol.class_after)) {
      symbol.flags |= ScanTables::kMiddleFlag;
    }
  }
}

}  // namespace

SymbolRead read_other_symbol(const ScanTables& tables, const char* in, std::size_t size) noexcept {
  const utf8::Decoded next = utf8::decode({in, size}, 0);
  const CharInfo info = (*tables.chars)[next.value];
  if (info.flags == 0) return {ScanTables::kFirstClass + info.class_id, next.length, false};
  const bool is_replaced = info.flags == kReplaced;
  const std::size_t to = is_replaced ? unconditional_replacement(next.value, *tables.rules) : ScanTables::kUnsupported;
  return {to, next.length, false};
}

ScanTables make_scan_tables(const Automaton& automaton, std::span<const StopCondition> stop_conditions,
                            const RuleSet& rules, const CharTable& chars) {
  ScanTables tables;
  tables.automaton = &automaton;
  tables.chars = &chars;
  tables.rules = &rules;
  const StopSets stops = join_stop_conditions(automaton, stop_conditions);
  set_replacements(tables, rules);
  set_flags(tables, stops, automaton);
  set_vector_sets(tables, stops.pairs);
  if (rules.active("vowel-marks")) add_vowel_marks(tables);
  set_deletions(tables, automaton, chars);
  return tables;
}

}  // namespace sorani::normalize
