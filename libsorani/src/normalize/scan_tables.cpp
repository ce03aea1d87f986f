#include "normalize/scan_tables.hpp"

#include <algorithm>
#include <bitset>
#include <limits>

#include "script/script.hpp"
#include "unicode/properties.hpp"

namespace sorani::normalize {
namespace {

using Symbols = std::bitset<ScanTables::kSymbols>;

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
  double sum = 0;
  for (std::size_t s = 0; s < set.size(); ++s) {
    if (set[s]) sum += frequency(code_point(s));
  }
  return sum;
}

Symbols symbols_of(const SymbolSet& set) {
  Symbols symbols;
  for (std::size_t s = 0; s < symbols.size(); ++s) symbols[s] = set.contains(code_point(s));
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

/// True if code besides the patterns looks at this character.
bool is_watched(char32_t c, const RuleSet& rules) {
  if (script::is(c, script::kMark) || unicode::combining_class(c) != 0 || unicode::nfc_maybe(c)) return true;
  return c == U';' && rules.active("html");
}

/// True if the fast path rewrites this character itself.
bool is_letter_for_letter(char32_t c, const RuleSet& rules) {
  const Replacement* replacement = rules.replacement(c);
  return replacement != nullptr && replacement->to.size() == 1 && ScanTables::symbol(c) < 256 &&
         ScanTables::symbol(replacement->to[0]) < 256 && rules.replacement(replacement->to[0]) == nullptr;
}

/// The symbols to stop at whatever the patterns are.
Symbols stopped_anyway(const RuleSet& rules) {
  Symbols symbols;
  for (std::size_t s = 0; s < symbols.size(); ++s) {
    const char32_t c = code_point(s);
    symbols[s] = is_watched(c, rules) || (rules.replacement(c) != nullptr && !is_letter_for_letter(c, rules));
  }
  return symbols;
}

ScanTables::Removals make_removals(const Automaton& automaton, const CharTable& chars) {
  ScanTables::Removals removals;
  const std::size_t groups = automaton.groups().size();
  removals.never = groups;
  removals.removed.assign((groups + 1) * (groups + 1), 0);
  for (std::size_t before = 0; before < groups; ++before) {
    for (std::size_t last = 0; last < groups; ++last) {
      const bool taken = automaton.takes_away(static_cast<std::uint8_t>(before), static_cast<std::uint8_t>(last));
      removals.removed[before * (groups + 1) + last] = taken ? 1 : 0;
    }
  }
  removals.before.fill(static_cast<std::uint8_t>(groups));
  removals.last.fill(static_cast<std::uint8_t>(groups));
  for (std::size_t s = 0; s < ScanTables::kSymbols; ++s) {
    const CharInfo info = chars[code_point(s)];
    removals.before[s] = info.group;
    if (info.flags == 0) removals.last[s] = info.group;
  }
  return removals;
}

}  // namespace

std::vector<Anchor> choose_anchors(std::span<const Pattern> patterns, const RuleSet& rules) {
  // A stop at one symbol costs the fast path less than one at two, if the symbol is rare or stopped at anyway.
  constexpr double kRare = 0.0015;
  Symbols stopped = stopped_anyway(rules);
  std::vector<Anchor> anchors;
  for (const Pattern& pattern : patterns) {
    std::vector<Symbols> sets;
    std::vector<double> single;
    for (const SymbolSet& set : pattern.symbols) {
      sets.push_back(symbols_of(set) & ~stopped);
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

ScanTables make_scan_tables(const Automaton& automaton, std::span<const Anchor> anchors, const RuleSet& rules,
                            const CharTable& chars) {
  const std::span<const Pattern> patterns = automaton.patterns();
  ScanTables tables;
  Symbols stop = stopped_anyway(rules);
  std::vector<SymbolPair> pairs;
  for (std::size_t p = 0; p < patterns.size(); ++p) {
    if (!anchors[p].needed) continue;
    const std::size_t at = anchors[p].at;
    const Symbols here = symbols_of(patterns[p].symbols[at]);
    if (anchors[p].pair) {
      pairs.push_back({symbols_of(patterns[p].symbols[at - 1]), here});
    } else {
      stop |= here;
    }
  }
  join_pairs(pairs, ScanTables::kPairs);

  std::array<std::size_t, ScanTables::kSymbols> becomes{};
  std::vector<std::size_t> letters;
  for (std::size_t s = 0; s < ScanTables::kSymbols; ++s) {
    becomes[s] = s;
    if (is_letter_for_letter(code_point(s), rules)) letters.push_back(s);
  }
  // There is room for four; the earlier rules are those of more frequent letters.
  std::sort(letters.begin(), letters.end(), [&](std::size_t a, std::size_t b) {
    return rules.replacement(code_point(a)) < rules.replacement(code_point(b));
  });
  for (const std::size_t s : letters) {
    if (tables.letters.count == ScanTables::kLetters) {
      stop.set(s);
    } else {
      becomes[s] = ScanTables::symbol(rules.replacement(code_point(s))->to[0]);
      tables.letters.add(s, becomes[s]);
    }
  }
  // A letter rewritten on the way is, to the patterns, what it becomes.
  tables.pair_count = pairs.size();
  for (std::size_t s = 0; s < ScanTables::kSymbols; ++s) {
    const std::size_t as = becomes[s];
    if (stop[s] || stop[as]) tables.stop.insert(s);
    for (std::size_t k = 0; k < pairs.size(); ++k) {
      if (pairs[k].first[as]) tables.pairs[k].first.insert(s);
      if (pairs[k].second[as]) tables.pairs[k].second.insert(s);
    }
  }
  tables.removals = make_removals(automaton, chars);
  return tables;
}

Scanned scan_reference(const ScanTables& tables, const char* in, std::size_t size, char* out,
                       std::size_t before) noexcept {
  Scanned done{0, 0};
  bool removing = false;
  while (done.read < size) {
    const SymbolRead next = read_symbol(in + done.read, size - done.read);
    if (next.symbol == ScanTables::kUnknown) break;
    const bool stop = tables.stop.contains(next.symbol) || tables.is_pair(before, next.symbol);
    if (tables.removals.holds(before, next.symbol) && (stop || removing)) {
      done.read += next.length;
      removing = true;
      continue;
    }
    if (stop) break;
    removing = false;
    std::size_t written = next.symbol;
    std::copy_n(in + done.read, next.length, out + done.written);
    if (next.length == 2) {
      const auto& letters = tables.letters;
      const unsigned bit = letters.by_group[next.symbol >> 4] & letters.by_column[next.symbol & 15];
      char* const to = out + done.written;
      to[0] = static_cast<char>(to[0] ^ letters.lead_delta[bit]);
      to[1] = static_cast<char>(to[1] ^ letters.tail_delta[bit]);
      written = read_symbol(to, 2).symbol;
    }
    before = written;
    done.read += next.length;
    done.written += next.length;
  }
  return done;
}

}  // namespace sorani::normalize
