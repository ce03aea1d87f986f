#include "normalize/compile/stop_conditions.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>

#include "normalize/fast_path/scan_tables.hpp"

namespace sorani::normalize {
namespace {

/// A single symbol that is this rare costs less than a test for pairs.
constexpr double kRare = 0.0015;
/// Three symbols cost more to test than two: they must be that much rarer.
constexpr double kTripleGain = 2;
/// Pairs are joined if that adds no more than this to their cost.
constexpr double kNegligibleCost = 0.001;

/// The symbols that only the rewriter can handle: the fast path stops there whatever the patterns are.
SymbolBits unsupported_symbols(const RuleSet& rules) {
  SymbolBits symbols;
  for (std::size_t s = 0; s < ScanTables::kTableSymbols; ++s) {
    symbols[s] = unconditional_replacement(code_point(s), rules) == ScanTables::kUnsupported;
  }
  return symbols;
}

SymbolPair joined(const SymbolPair& a, const SymbolPair& b) {
  return {a.before | b.before, a.first | b.first, a.second | b.second};
}

std::size_t count_triples(std::span<const SymbolPair> pairs) {
  return static_cast<std::size_t>(
      std::count_if(pairs.begin(), pairs.end(), [](const auto& p) { return p.is_triple(); }));
}

/// Joins pairs until at most `count` are left, not too many triples among them, and as long as the added cost is
/// negligible; the cheapest join first.
void join_pairs(std::vector<SymbolPair>& pairs, std::size_t count) {
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
    const bool fits = pairs.size() <= count && count_triples(pairs) <= ScanTables::kMaxTriples;
    if (fits && least > kNegligibleCost) return;
    pairs[a] = joined(pairs[a], pairs[b]);
    pairs.erase(pairs.begin() + static_cast<std::ptrdiff_t>(b));
  }
}

/// Where a set and another one differ only by symbols at which the fast path stops anyway, the larger one serves as
/// second set for both.
void unite_second_sets(StopSets& sets) {
  const std::vector<SymbolBits> all = distinct_sets(sets.pairs);
  for (SymbolPair& pair : sets.pairs) {
    const auto larger = std::find_if(all.begin(), all.end(), [&](const SymbolBits& set) {
      return (pair.second & ~set).none() && (set & ~(pair.second | sets.single)).none() && set != pair.second;
    });
    if (larger != all.end()) pair.second = *larger;
  }
}

}  // namespace

double SymbolPair::cost() const {
  const double both = estimated_frequency(first) * estimated_frequency(second);
  return is_triple() ? both * estimated_frequency(before) : both;
}

std::vector<StopCondition> choose_stop_conditions(const PatternSet& set, const RuleSet& rules) {
  SymbolBits stopped = unsupported_symbols(rules);  // a stop at one of these costs nothing more
  std::vector<StopCondition> stop_conditions;
  for (std::size_t p = 0; p < set.patterns.size(); ++p) {
    std::vector<double> costs;
    for (std::size_t i = 0; i < set.patterns[p].length(); ++i) {
      costs.push_back(estimated_frequency(set.symbols(p, i) & ~stopped));
    }
    StopCondition best{0, 1, !set.patterns[p].keep};
    best.at = static_cast<std::size_t>(std::min_element(costs.begin(), costs.end()) - costs.begin());
    double least = costs[best.at];
    for (std::size_t i = 1; least > kRare && i < costs.size(); ++i) {
      if (costs[i - 1] * costs[i] >= least) continue;
      least = costs[i - 1] * costs[i];
      best = {i, 2, best.needed};
    }
    for (std::size_t i = 2; least > kRare && i < costs.size(); ++i) {
      const double cost = costs[i - 2] * costs[i - 1] * costs[i];
      if (cost * kTripleGain >= least) continue;
      least = cost;
      best = {i, 3, best.needed};
    }
    if (best.needed && best.length == 1) stopped |= set.symbols(p, best.at);
    stop_conditions.push_back(best);
  }
  return stop_conditions;
}

StopSets join_stop_conditions(const PatternSet& set, std::span<const StopCondition> stop_conditions) {
  StopSets sets;
  for (std::size_t p = 0; p < set.patterns.size(); ++p) {
    const auto [at, length, needed] = stop_conditions[p];
    if (!needed) continue;
    if (length == 1) {
      sets.single |= set.symbols(p, at);
      continue;
    }
    const SymbolBits before = length == 3 ? set.symbols(p, at - 2) : SymbolBits().set();
    sets.pairs.push_back({before, set.symbols(p, at - 1), set.symbols(p, at)});
  }
  std::size_t count = ScanTables::kMaxPairs;
  do {
    join_pairs(sets.pairs, count--);
    unite_second_sets(sets);
  } while (distinct_sets(sets.pairs).size() > ScanTables::kMaxSets);
  std::stable_partition(sets.pairs.begin(), sets.pairs.end(), [](const auto& pair) { return !pair.is_triple(); });
  return sets;
}

std::vector<SymbolBits> distinct_sets(std::span<const SymbolPair> pairs) {
  std::vector<SymbolBits> sets;
  for (const SymbolPair& pair : pairs) {
    for (const SymbolBits& set : {pair.before, pair.first, pair.second}) {
      if (!set.all() && std::find(sets.begin(), sets.end(), set) == sets.end()) sets.push_back(set);
    }
  }
  return sets;
}

}  // namespace sorani::normalize
