#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "normalize/compile/pattern_set.hpp"
#include "normalize/compile/symbol_sets.hpp"
#include "normalize/rules/rule_set.hpp"

/// Where the fast path stops. A pattern matches only text that meets its stop condition, so text that meets none can be
/// copied unseen. The cost of a condition is how often ordinary text meets it.
namespace sorani::normalize {

/// Where the fast path stops for a pattern: at the pattern's symbol number `at`, if the last `length` symbols match,
/// one to three. Not `needed` for a pattern that keeps the text: it matters only where a shorter pattern would match,
/// and that one has a stop condition of its own.
struct StopCondition {
  std::size_t at;
  std::size_t length;
  bool needed = true;

  /// The longest prefix of the pattern, in symbols, that the fast path may have copied when it stops for it.
  std::size_t max_matched_prefix() const noexcept { return needed ? at : SIZE_MAX; }
};

/// Chooses for each pattern the stop condition of the least cost.
std::vector<StopCondition> choose_stop_conditions(const PatternSet& set, const RuleSet& rules);

/// Two sets for two adjacent symbols, and one for the symbol before them: every symbol, if that does not matter.
struct SymbolPair {
  SymbolBits before;
  SymbolBits first;
  SymbolBits second;
  bool is_triple() const { return !before.all(); }
  double cost() const;
};

/// The stop conditions of all patterns together.
struct StopSets {
  SymbolBits single;
  /// At most ScanTables::kMaxPairs, the triples last, at most kMaxTriples; with at most kMaxSets distinct sets.
  std::vector<SymbolPair> pairs;
};

/// Joins the pairs of all patterns to as few as the vectors can test. A joined pair may be met by text that meets none
/// of its parts, never the other way round.
StopSets join_stop_conditions(const PatternSet& set, std::span<const StopCondition> stop_conditions);

/// All sets of the pairs, each once, without the set of all symbols.
std::vector<SymbolBits> distinct_sets(std::span<const SymbolPair> pairs);

}  // namespace sorani::normalize
