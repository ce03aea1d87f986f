#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "normalize/compile/equivalence_classes.hpp"
#include "normalize/compile/symbol_sets.hpp"
#include "normalize/rules/rule_set.hpp"

namespace sorani::normalize {

/// The patterns of a rule set, and the sets of characters that they are made of.
struct PatternSet {
  explicit PatternSet(const RuleSet& rules);

  std::vector<std::uint16_t> numbers;  ///< of each pattern in `pattern_rows()`
  std::vector<Pattern> patterns;
  EquivalenceClasses classes;
  std::vector<SymbolBits> set_symbols;  ///< of each of `classes.sets()`

  /// The fast path's symbols in the set of a pattern's symbol.
  const SymbolBits& symbols(std::size_t pattern, std::size_t symbol) const noexcept {
    return set_symbols[classes.set_number(pattern, symbol)];
  }
};

}  // namespace sorani::normalize
