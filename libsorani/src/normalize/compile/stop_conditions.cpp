#include "normalize/compile/stop_conditions.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>

#include "normalize/fast_path/scan_tables.hpp"

namespace sorani::normalize {
namespace {

/// A single symbol that is this rare costs less than a test for pairs.
constexpr double kRare = 0.0015;
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

SymbolPair joined(const SymbolPair& a, const SymbolPair& b) { return {a.first | b.first, a.second | b.second}; }

/// Joins pairs until at most `count` are left, and as long as the added cost is negligible; the cheapest join first.
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
    if (pairs.size() <= count && least > kNegligibleCost) return;
    pairs[a] = joined(pairs[a], pairs[b]);
    pairs.erase(pairs.begin() + static_cast<std::ptrdiff_t>(b));
  }
}

}  // namespace

std::vector<StopCondition> choose_stop_conditions(const PatternSet& set, const RuleSet& rules) {
  SymbolBits stopped = unsupported_symbols(rules);  // a stop at one of these costs nothing more
  std::vector<StopCondition> stop_conditions;
  for (std::size_t p = 0; p < set.patterns.size(); ++p) {
    std::vector<double> costs;
    for (std::size_t i = 0; i < set.patterns[p].length(); ++i) {
      costs.push_back(estimated_frequency(set.symbols(p, i) & ~stopped));
    }
    StopCondition best{0, false, !set.patterns[p].keep};
    best.at = static_cast<std::size_t>(std::min_element(costs.begin(), costs.end()) - costs.begin());
    double least = costs[best.at];
    for (std::size_t i = 1; least > kRare && i < costs.size(); ++i) {
      if (costs[i - 1] * costs[i] >= least) continue;
      least = costs[i - 1] * costs[i];
      best.at = i;
      best.pair = true;
    }
    if (best.needed && !best.pair) stopped |= set.symbols(p, best.at);
    stop_conditions.push_back(best);
  }
  return stop_conditions;
}

StopSets join_stop_conditions(const PatternSet& set, std::span<const StopCondition> stop_conditions) {
  StopSets sets;
  for (std::size_t p = 0; p < set.patterns.size(); ++p) {
    if (!stop_conditions[p].needed) continue;
    const std::size_t at = stop_conditions[p].at;
    if (stop_conditions[p].pair) {
      sets.pairs.push_back({set.symbols(p, at - 1), set.symbols(p, at)});
    } else {
      sets.single |= set.symbols(p, at);
    }
  }
  std::size_t count = ScanTables::kMaxPairs;
  do {
    join_pairs(sets.pairs, count--);
  } while (distinct_sets(sets.pairs).size() > ScanTables::kMaxPairSets);
  return sets;
}

std::vector<SymbolBits> distinct_sets(std::span<const SymbolPair> pairs) {
  std::vector<SymbolBits> sets;
  for (const SymbolPair& pair : pairs) {
    for (const SymbolBits& set : {pair.first, pair.second}) {
      if (std::find(sets.begin(), sets.end(), set) == sets.end()) sets.push_back(set);
    }
  }
  return sets;
}

}  // namespace sorani::normalize
