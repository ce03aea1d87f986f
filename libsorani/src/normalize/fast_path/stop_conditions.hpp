#pragma once

#include <span>
#include <vector>

#include "normalize/automaton.hpp"
#include "normalize/fast_path/symbol_sets.hpp"
#include "normalize/rules/rule_set.hpp"

/// Where the fast path stops. A pattern matches only text that meets its stop condition, so text that meets none can be
/// copied unseen. The cost of a condition is how often ordinary text meets it.
namespace sorani::normalize {

/// Chooses for each pattern the stop condition of the least cost.
std::vector<StopCondition> choose_stop_conditions(std::span<const Pattern> patterns, const RuleSet& rules);

/// Two sets for two adjacent symbols.
struct SymbolPair {
  SymbolBits first;
  SymbolBits second;
  double cost() const { return estimated_frequency(first) * estimated_frequency(second); }
};

/// The stop conditions of all patterns together.
struct StopSets {
  SymbolBits single;
  std::vector<SymbolPair> pairs;  ///< at most ScanTables::kMaxPairs, with at most kMaxPairSets distinct sets
};

/// Joins the pairs of all patterns to as few as the vectors can test. A joined pair may be met by text that meets none
/// of its parts, never the other way round.
StopSets join_stop_conditions(const Automaton& automaton, std::span<const StopCondition> stop_conditions);

/// All sets of the pairs, each once.
std::vector<SymbolBits> distinct_sets(std::span<const SymbolPair> pairs);

}  // namespace sorani::normalize
