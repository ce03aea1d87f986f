#include "normalize/compile/scan_builder.hpp"

#include <algorithm>
#include <utility>

#include "normalize/compile/nibble_sets.hpp"
#include "normalize/fast_path/scan_tables.hpp"
#include "script/script.hpp"
#include "utf8/properties.hpp"

namespace sorani::normalize {
namespace {

void set_replacements(ScanData& tables, const RuleSet& rules) {
  std::vector<std::size_t> letters;
  for (std::size_t s = 0; s < ScanData::kTableSymbols; ++s) {
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
  letters.resize(std::min(letters.size(), ScanData::kMaxLetters));
  for (const std::size_t s : letters) tables.letters.add(s, tables.replacement[s]);
}

/// The place of a pair: triples come last.
std::size_t slot_of(std::span<const SymbolPair> pairs, std::size_t k) {
  return pairs[k].is_triple() ? ScanData::kMaxPairs - pairs.size() + k : k;
}

void set_flags(ScanData& tables, const StopSets& stops, const BuiltAutomaton& automaton,
               std::span<const CharInfo> chars) {
  tables.symbols[ScanData::kUnsupported].flags = ScanData::kStopFlag;
  tables.symbols[ScanData::kUnknown].flags = 0xFFu * ScanData::kBeforeFlag;
  for (std::size_t s = 0; s < ScanData::kUnknown; ++s) {
    std::uint32_t& flags = tables.symbols[s].flags;
    if (stops.single[s]) flags |= ScanData::kStopFlag;
    for (std::size_t k = 0; k < stops.pairs.size(); ++k) {
      const std::size_t slot = slot_of(stops.pairs, k);
      if (stops.pairs[k].before[s]) flags |= ScanData::kBeforeFlag << slot;
      if (stops.pairs[k].first[s]) flags |= ScanData::kFirstFlag << slot;
      if (stops.pairs[k].second[s]) flags |= ScanData::kSecondFlag << slot;
    }
    if (s >= ScanData::kTableSymbols) {
      const std::size_t id = s - ScanData::kFirstClass;
      if (id < automaton.mid_pattern.size() && automaton.mid_pattern[id]) flags |= ScanData::kMidPatternFlag;
      continue;
    }
    const char32_t c = code_point(s);
    if (automaton.mid_pattern[chars[c].class_id]) flags |= ScanData::kMidPatternFlag;
    tables.symbols[s].combining_class = utf8::combining_class(c);
    if (script::is(c, script::kMark) || utf8::combining_class(c) != 0) flags |= ScanData::kMarkFlag;
  }
}

/// Adds the letters and vowel marks of the rule vowel-marks as pairs, for the exact part only: the vectors stop at
/// every mark. The pairs left by the patterns are shared if there are more marks than pairs.
void add_vowel_marks(ScanData& tables) {
  constexpr std::size_t kFreePairs = 8 - ScanData::kMaxPairs;
  std::vector<char32_t> marks;
  for (const VowelMarkRow& row : vowel_mark_rows()) {
    auto at = static_cast<std::size_t>(std::find(marks.begin(), marks.end(), row.mark) - marks.begin());
    if (at == marks.size()) marks.push_back(row.mark);
    at = ScanData::kMaxPairs + std::min(at, kFreePairs - 1);
    tables.symbols[ScanData::symbol_of(row.letter)].flags |= ScanData::kFirstFlag << at;
    tables.symbols[ScanData::symbol_of(row.mark)].flags |= ScanData::kSecondFlag << at;
  }
  constexpr std::uint32_t kAllFree = (0x100u - (1u << ScanData::kMaxPairs)) * ScanData::kBeforeFlag;
  for (ScanData::Symbol& symbol : tables.symbols) symbol.flags |= kAllFree;
}

/// Covers the sets by products. Whether a symbol of `stop` is in one of them does not matter: the symbol itself and the
/// next one are always examined. So a symbol that is added to a set by merging products becomes a stop.
void set_nibble_sets(ScanData& tables, std::vector<TableSymbolSet> members, TableSymbolSet stop) {
  std::array<double, ScanData::kTableSymbols> costs{};
  for (std::size_t s = 0; s < costs.size(); ++s) {
    const bool is_frequent = script::is(code_point(s), script::kPunctuation | script::kDigit | script::kLineEnd);
    costs[s] = is_frequent ? 0.005 : estimated_frequency(SymbolBits().set(s));
  }
  for (TableSymbolSet& set : members) set &= ~stop;
  const auto [sets, set_bits] = cover(members, stop, costs);
  tables.sets = sets;
  std::copy(set_bits.begin(), set_bits.end(), tables.set_bits.begin());
  for (std::size_t s = 0; s < costs.size(); ++s) {
    for (std::size_t k = 0; k < members.size(); ++k) {
      if ((sets[s] & set_bits[k]) != 0 && !members[k][s]) stop.set(s);
    }
  }
  const TableSymbolSet stops[1] = {stop};
  tables.stop = cover(stops, {}, costs).first;
  for (std::size_t s = 0; s < costs.size(); ++s) {
    tables.read_as[s] = tables.replacement[s];
    if (tables.stop[s] != 0) tables.read_as[s] |= ScanData::kStopBit;
  }
}

/// The sets for the vectors. A character belongs to the sets of its replacement, since patterns see only that.
void set_vector_sets(ScanData& tables, std::span<const SymbolPair> pairs) {
  const std::vector<SymbolBits> sets = distinct_sets(pairs);
  tables.set_count = sets.size();
  const auto number_of = [&](const SymbolBits& set) {
    if (set.all()) return ScanData::kAllSymbols;
    return static_cast<std::size_t>(std::find(sets.begin(), sets.end(), set) - sets.begin());
  };
  for (std::size_t k = 0; k < pairs.size(); ++k) {
    const std::size_t slot = slot_of(pairs, k);
    tables.pairs[slot] = {number_of(pairs[k].before), number_of(pairs[k].first), number_of(pairs[k].second)};
  }
  TableSymbolSet stop;
  std::vector<TableSymbolSet> members(sets.size());
  ScanData::ByteTables& bytes = tables.byte_tables;
  for (std::size_t s = 0; s < ScanData::kTableSymbols; ++s) {
    const std::size_t to = tables.replacement[s];
    const bool stops =
        to >= ScanData::kTableSymbols || (tables.symbols[to].flags & (ScanData::kStopFlag | ScanData::kMarkFlag)) != 0;
    const bool replaced_by_shuffles = s < 256 && (tables.letters.by_high[s >> 4] & tables.letters.by_low[s & 15]) != 0;
    stop[s] = stops || (to != s && !replaced_by_shuffles);
    const bool replaced_by_delta = s < 256 && bytes.delta[s & 0xFF] != 0;
    unsigned bits = stops || (to != s && !replaced_by_delta) ? 1 : 0;
    for (std::size_t k = 0; k < sets.size() && to < ScanData::kTableSymbols; ++k) {
      members[k][s] = sets[k][to];
      if (sets[k][to]) bits |= 2u << k;
    }
    (s < 256 ? bytes.arabic[s] : bytes.ascii[s - 256]) = static_cast<std::uint8_t>(bits);
  }
  set_nibble_sets(tables, std::move(members), stop);
}

/// What a pattern does to two adjacent characters, without replacements that the fast path cannot make.
Deletion possible_deletion(const ScanData& tables, const BuiltAutomaton& automaton, std::size_t pair) {
  const Deletion deletion = automaton.deletions[pair];
  if (deletion != Deletion::last_replaced) return deletion;
  // The replacement must be a letter of two bytes that is not replaced in turn.
  const std::size_t to = ScanData::symbol_of(automaton.tables.last_replacements[pair]);
  return to < 256 && tables.replacement[to] == to ? deletion : Deletion::none;
}

/// True if there are two symbols between which a pattern changes `s`, and the fast path can do that: the replacement,
/// if there is one, must be a letter of two bytes that is not replaced in turn, and not longer than the symbol.
bool can_change_between(const ScanData& tables, const BuiltAutomaton& automaton, std::size_t s) {
  const ClassId id = tables.symbols[s].class_after;
  if (automaton.tables.middle_index[id] == Automaton::kNoMiddle) return false;
  const char32_t replacement = automaton.tables.middle_replacements[id];
  if (replacement == 0) return true;
  const std::size_t to = ScanData::symbol_of(replacement);
  return to < 256 && tables.replacement[to] == to && (s < 256 || s >= ScanData::kFirstClass);
}

void set_classes(ScanData& tables, const BuiltAutomaton& automaton, std::span<const CharInfo> chars) {
  const std::size_t classes = automaton.mid_pattern.size();
  const auto none = static_cast<ClassId>(classes);
  tables.no_class = classes;
  for (std::size_t s = 0; s < ScanData::kSymbolCount; ++s) {
    ScanData::Symbol& symbol = tables.symbols[s];
    symbol.class_before = symbol.class_after = none;
    if (s < ScanData::kTableSymbols) {
      const CharInfo info = chars[code_point(s)];
      symbol.class_before = info.class_id;
      if (info.flags == 0) symbol.class_after = info.class_id;
    } else if (s < ScanData::kFirstClass + classes) {
      symbol.class_before = symbol.class_after = static_cast<ClassId>(s - ScanData::kFirstClass);
    }
    if (symbol.class_after != none && can_change_between(tables, automaton, s)) symbol.flags |= ScanData::kMiddleFlag;
  }
}

}  // namespace

ScanData make_scan_data(const BuiltAutomaton& automaton, const StopSets& stops, const RuleSet& rules,
                        std::span<const CharInfo> chars) {
  ScanData tables;
  set_replacements(tables, rules);
  set_flags(tables, stops, automaton, chars);
  set_vector_sets(tables, stops.pairs);
  if (rules.active("vowel-marks")) add_vowel_marks(tables);
  set_classes(tables, automaton, chars);
  return tables;
}

std::vector<Deletion> make_scan_deletions(const ScanData& tables, const BuiltAutomaton& automaton) {
  const std::size_t classes = automaton.mid_pattern.size();
  std::vector<Deletion> deletions((classes + 1) * (classes + 1), Deletion::none);
  // A letter of two bytes cannot replace ASCII: the output must not outgrow the input, for which room was reserved.
  std::vector<bool> has_ascii(classes + 1);
  for (std::size_t c = 256; c < ScanData::kTableSymbols; ++c) has_ascii[tables.symbols[c].class_after] = true;
  for (std::size_t before = 0; before < classes; ++before) {
    for (std::size_t last = 0; last < classes; ++last) {
      const Deletion deletion = possible_deletion(tables, automaton, before * classes + last);
      if (deletion == Deletion::last_replaced && has_ascii[last]) continue;
      deletions[before * (classes + 1) + last] = deletion;
    }
  }
  return deletions;
}

}  // namespace sorani::normalize
