#include "normalize/fast_path/scan_tables.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <limits>
#include <string_view>
#include <utility>

#include "script/script.hpp"
#include "utf8/properties.hpp"
#include "utf8/utf8.hpp"

namespace sorani::normalize {
namespace {

using Symbols = std::bitset<ScanTables::kAllSymbols>;

char32_t code_point(std::size_t symbol) { return static_cast<char32_t>(symbol < 256 ? 0x600 + symbol : symbol - 256); }

/// About how often a symbol stands in Sorani text. Only the order of magnitude matters: it decides which symbol of a
/// pattern is worth stopping for.
double frequency(char32_t c) {
  const std::uint32_t classes = script::classes(c);
  if (c == U' ') return 0.16;
  if ((classes & (script::kVowel | script::kSemivowel)) != 0) return 0.08;
  if ((classes & script::kSoraniLetter) != 0) return 0.03;
  return c < 0x80 ? 0.001 : 0.0005;
}

double frequency(const Symbols& set) {
  static const std::array<double, ScanTables::kSymbols> frequencies = [] {
    std::array<double, ScanTables::kSymbols> all;
    for (std::size_t s = 0; s < all.size(); ++s) all[s] = frequency(code_point(s));
    return all;
  }();
  double sum = 0;
  for (std::size_t s = 0; s < frequencies.size(); ++s) {
    if (set[s]) sum += frequencies[s];
  }
  return sum;
}

/// The symbols of a set, but for those that stand for other characters.
Symbols symbols_of(const SymbolSet& set) {
  Symbols symbols;
  for (std::size_t s = 0; s < ScanTables::kSymbols; ++s) symbols[s] = set.contains(code_point(s));
  return symbols;
}

/// All symbols of a set.
Symbols all_symbols_of(const SymbolSet& set, const SymbolGroups& groups) {
  Symbols symbols = symbols_of(set);
  const std::vector<bool> members = groups.groups_of(set);
  for (std::size_t g = 0; g < members.size(); ++g) symbols[ScanTables::kOther + g] = members[g];
  return symbols;
}

struct SymbolPair {
  Symbols first;
  Symbols second;
  double cost() const { return frequency(first) * frequency(second); }
};

SymbolPair joined(const SymbolPair& a, const SymbolPair& b) { return {a.first | b.first, a.second | b.second}; }

/// Joins pairs while that costs next to nothing, and until at most `count` are left: first those whose union meets the
/// least that none of them asks for.
void join_pairs(std::vector<SymbolPair>& pairs, std::size_t count) {
  constexpr double kNextToNothing = 0.001;
  while (pairs.size() > 1) {
    double least = std::numeric_limits<double>::infinity();
    std::size_t a = 0;
    std::size_t b = 1;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      for (std::size_t k = i + 1; k < pairs.size(); ++k) {
        const double added = joined(pairs[i], pairs[k]).cost() - pairs[i].cost() - pairs[k].cost();
        if (added < least) {
          least = added;
          a = i;
          b = k;
        }
      }
    }
    if (pairs.size() <= count && least > kNextToNothing) return;
    pairs[a] = joined(pairs[a], pairs[b]);
    pairs.erase(pairs.begin() + static_cast<std::ptrdiff_t>(b));
  }
}

/// True if the fast path leaves a character to code besides the patterns.
bool is_watched(char32_t c, const RuleSet& rules) {
  if (utf8::nfc_maybe(c) || (script::is(c, script::kMark) && rules.active("strip-marks"))) return true;
  return c == U';' && rules.active("html");
}

/// What a character becomes in the fast path: a symbol, kNothing or kNotHere.
std::size_t target(char32_t c, const RuleSet& rules) {
  const Replacement* replacement = rules.replacement(c);
  if (replacement == nullptr) return is_watched(c, rules) ? ScanTables::kNotHere : ScanTables::symbol(c);
  if (replacement->to.empty()) return ScanTables::kNothing;
  const char32_t to = replacement->to[0];
  const std::size_t symbol = ScanTables::symbol(to);
  const bool fits = replacement->to.size() == 1 && symbol < ScanTables::kSymbols && (c >= 0x80 || to < 0x80);
  return fits && rules.replacement(to) == nullptr && !is_watched(to, rules) ? symbol : ScanTables::kNotHere;
}

/// The symbols to stop at whatever the patterns are.
Symbols stopped_anyway(const RuleSet& rules) {
  Symbols symbols;
  for (std::size_t s = 0; s < ScanTables::kSymbols; ++s)
    symbols[s] = target(code_point(s), rules) == ScanTables::kNotHere;
  return symbols;
}

/// All sets of the pairs, each once.
std::vector<Symbols> different_sets(std::span<const SymbolPair> pairs) {
  std::vector<Symbols> sets;
  for (const SymbolPair& pair : pairs) {
    for (const Symbols& set : {pair.first, pair.second}) {
      if (std::find(sets.begin(), sets.end(), set) == sets.end()) sets.push_back(set);
    }
  }
  return sets;
}

void set_targets(ScanTables& tables, const RuleSet& rules) {
  std::vector<std::size_t> letters;
  for (std::size_t s = 0; s < ScanTables::kSymbols; ++s) {
    const std::size_t to = target(code_point(s), rules);
    tables.becomes[s] = static_cast<std::uint16_t>(to);
    if (to == s || s >= 256 || to >= 256) continue;
    letters.push_back(s);
    tables.bits.delta[s] = static_cast<std::uint8_t>(s ^ to);
  }
  // There is room for four; the earlier rules are those of more frequent letters.
  std::sort(letters.begin(), letters.end(), [&](std::size_t a, std::size_t b) {
    return rules.replacement(code_point(a)) < rules.replacement(code_point(b));
  });
  letters.resize(std::min(letters.size(), ScanTables::kLetters));
  for (const std::size_t s : letters) tables.letters.add(s, tables.becomes[s]);
}

void set_classes(ScanTables& tables, const Symbols& stop, std::span<const SymbolPair> pairs,
                 const Automaton& automaton) {
  tables.symbols[ScanTables::kNotHere].classes = ScanTables::kStop;
  for (std::size_t s = 0; s < ScanTables::kUnknown; ++s) {
    std::uint32_t& own = tables.symbols[s].classes;
    if (stop[s]) own |= ScanTables::kStop;
    for (std::size_t k = 0; k < pairs.size(); ++k) {
      if (pairs[k].first[s]) own |= ScanTables::kFirst << k;
      if (pairs[k].second[s]) own |= ScanTables::kSecond << k;
    }
    if (s >= ScanTables::kSymbols) {
      const std::size_t group = s - ScanTables::kOther;
      if (group < automaton.groups().size() && automaton.is_open(static_cast<std::uint8_t>(group))) {
        own |= ScanTables::kOpen;
      }
      continue;
    }
    const char32_t c = code_point(s);
    if (automaton.is_open(automaton.groups()[c])) own |= ScanTables::kOpen;
    tables.symbols[s].combining_class = utf8::combining_class(c);
    if (script::is(c, script::kMark) || utf8::combining_class(c) != 0) own |= ScanTables::kMark;
  }
}

/// The letters and vowel marks that may be one letter: more pairs, that no vector needs to look for, since it stops at
/// all marks.
void add_vowel_marks(ScanTables& tables) {
  constexpr std::size_t kRoom = 8 - ScanTables::kPairs;
  std::vector<char32_t> marks;
  for (const VowelMarkRow& row : vowel_mark_rows()) {
    auto at = static_cast<std::size_t>(std::find(marks.begin(), marks.end(), row.mark) - marks.begin());
    if (at == marks.size()) marks.push_back(row.mark);
    at = ScanTables::kPairs + std::min(at, kRoom - 1);
    tables.symbols[ScanTables::symbol(row.letter)].classes |= ScanTables::kFirst << at;
    tables.symbols[ScanTables::symbol(row.mark)].classes |= ScanTables::kSecond << at;
  }
}

/// What the vectors look for. A letter rewritten on the way is, to the patterns, what it becomes.
void set_vectors(ScanTables& tables, std::span<const SymbolPair> pairs) {
  const std::vector<Symbols> sets = different_sets(pairs);
  tables.pair_count = pairs.size();
  const auto bit_of = [&](const Symbols& set) {
    return static_cast<std::uint8_t>(2u << (std::find(sets.begin(), sets.end(), set) - sets.begin()));
  };
  for (std::size_t k = 0; k < pairs.size(); ++k) {
    tables.bits.first[k] = bit_of(pairs[k].first);
    tables.bits.second[k] = bit_of(pairs[k].second);
  }
  for (std::size_t s = 0; s < ScanTables::kSymbols; ++s) {
    const std::size_t as = tables.becomes[s];
    const bool stops =
        as >= ScanTables::kSymbols || (tables.symbols[as].classes & (ScanTables::kStop | ScanTables::kMark)) != 0;
    const bool rewritten = s < 256 && (tables.letters.by_group[s >> 4] & tables.letters.by_column[s & 15]) != 0;
    if (stops || (as != s && !rewritten)) tables.stop.insert(s);
    unsigned bits = stops || (as != s && tables.bits.delta[s & 0xFF] == 0) || (as != s && s >= 256) ? 1 : 0;
    for (std::size_t k = 0; k < pairs.size() && as < ScanTables::kSymbols; ++k) {
      if (pairs[k].first[as]) tables.pairs[k].first.insert(s);
      if (pairs[k].second[as]) tables.pairs[k].second.insert(s);
      if (pairs[k].first[as]) bits |= tables.bits.first[k];
      if (pairs[k].second[as]) bits |= tables.bits.second[k];
    }
    (s < 256 ? tables.bits.arabic[s] : tables.bits.ascii[s - 256]) = static_cast<std::uint8_t>(bits);
  }
}

void set_removals(ScanTables& tables, const Automaton& automaton, const CharTable& chars) {
  const std::size_t groups = automaton.groups().size();
  const auto none = static_cast<std::uint8_t>(groups);
  tables.no_group = groups;
  tables.taken.assign((groups + 1) * (groups + 1), Automaton::Taken::nothing);
  for (std::size_t before = 0; before < groups; ++before) {
    for (std::size_t last = 0; last < groups; ++last) {
      const auto b = static_cast<std::uint8_t>(before);
      const auto l = static_cast<std::uint8_t>(last);
      Automaton::Taken taken = automaton.taken(b, l);
      // Only to a letter of two bytes, which is then as if it had been in the input.
      const std::size_t to = ScanTables::symbol(automaton.becomes(b, l));
      if (taken == Automaton::Taken::rewritten && (to >= 256 || tables.becomes[to] != to)) {
        taken = Automaton::Taken::nothing;
      }
      tables.taken[before * (groups + 1) + last] = taken;
    }
  }
  for (std::size_t s = 0; s < ScanTables::kAllSymbols; ++s) {
    ScanTables::Symbol& symbol = tables.symbols[s];
    symbol.group_before = symbol.group_after = none;
    if (s < ScanTables::kSymbols) {
      const CharInfo info = chars[code_point(s)];
      symbol.group_before = info.group;
      if (info.flags == 0) symbol.group_after = info.group;
    } else if (s < ScanTables::kOther + groups) {
      symbol.group_before = symbol.group_after = static_cast<std::uint8_t>(s - ScanTables::kOther);
    }
    if (symbol.group_after != none && automaton.may_take_middle(symbol.group_after)) {
      symbol.classes |= ScanTables::kMiddle;
    }
  }
}

}  // namespace

std::vector<Anchor> choose_anchors(std::span<const Pattern> patterns, const RuleSet& rules) {
  std::vector<std::pair<const SymbolSet*, Symbols>> known;  // patterns have most of their sets in common
  const auto symbols = [&](const SymbolSet& set) -> const Symbols& {
    auto found = std::find_if(known.begin(), known.end(), [&](const auto& one) { return *one.first == set; });
    if (found == known.end()) found = known.insert(known.end(), {&set, symbols_of(set)});
    return found->second;
  };
  // A stop at one symbol costs the fast path less than one at two, if the symbol is rare or stopped at anyway.
  constexpr double kRare = 0.0015;
  Symbols stopped = stopped_anyway(rules);
  std::vector<Anchor> anchors;
  for (const Pattern& pattern : patterns) {
    std::vector<Symbols> sets;
    std::vector<double> single;
    for (const SymbolSet& set : pattern.symbols) {
      sets.push_back(symbols(set) & ~stopped);
      single.push_back(frequency(sets.back()));
    }
    Anchor best{0, false, !pattern.keep};
    best.at = static_cast<std::size_t>(std::min_element(single.begin(), single.end()) - single.begin());
    double least = single[best.at];
    for (std::size_t i = 1; least > kRare && i < single.size(); ++i) {
      if (single[i - 1] * single[i] >= least) continue;
      least = single[i - 1] * single[i];
      best.at = i;
      best.pair = true;
    }
    if (best.needed && !best.pair) stopped |= sets[best.at];
    anchors.push_back(best);
  }
  return anchors;
}

SymbolRead read_other_symbol(const ScanTables& tables, const char* in, std::size_t size) noexcept {
  const utf8::Decoded next = utf8::decode({in, size}, 0);
  const CharInfo info = (*tables.chars)[next.value];
  if (info.flags == 0) return {ScanTables::kOther + info.group, next.length, false};
  const bool replaced = info.flags == kReplaced;
  const std::size_t to = replaced ? target(next.value, *tables.rules) : ScanTables::kNotHere;
  return {to, next.length, false};
}

ScanTables make_scan_tables(const Automaton& automaton, std::span<const Anchor> anchors, const RuleSet& rules,
                            const CharTable& chars) {
  const std::span<const Pattern> patterns = automaton.patterns();
  const SymbolGroups& groups = automaton.groups();
  ScanTables tables;
  tables.automaton = &automaton;
  tables.chars = &chars;
  tables.rules = &rules;
  Symbols stop;
  std::vector<SymbolPair> pairs;
  for (std::size_t p = 0; p < patterns.size(); ++p) {
    if (!anchors[p].needed) continue;
    const std::size_t at = anchors[p].at;
    const Symbols here = all_symbols_of(patterns[p].symbols[at], groups);
    if (anchors[p].pair) {
      pairs.push_back({all_symbols_of(patterns[p].symbols[at - 1], groups), here});
    } else {
      stop |= here;
    }
  }
  std::size_t count = ScanTables::kPairs;
  do {
    join_pairs(pairs, count--);
  } while (different_sets(pairs).size() > ScanTables::kPairSets);

  set_targets(tables, rules);
  set_classes(tables, stop, pairs, automaton);
  set_vectors(tables, pairs);
  if (rules.active("vowel-marks")) add_vowel_marks(tables);
  set_removals(tables, automaton, chars);
  return tables;
}

}  // namespace sorani::normalize
