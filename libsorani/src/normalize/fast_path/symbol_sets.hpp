#pragma once

#include <bitset>
#include <cstddef>

#include "normalize/fast_path/scan_tables.hpp"

/// Sets of the fast path's symbols while the tables are built.
namespace sorani::normalize {

using SymbolBits = std::bitset<ScanTables::kSymbolCount>;

/// The code point of a table symbol.
constexpr char32_t code_point(std::size_t symbol) noexcept {
  return static_cast<char32_t>(symbol < 256 ? 0x600 + symbol : symbol - 256);
}

/// The table symbols in a set of a pattern.
SymbolBits table_symbols_of(const SymbolSet& set);

/// The same, with the symbols of equivalence classes.
SymbolBits all_symbols_of(const SymbolSet& set, const EquivalenceClasses& classes);

/// The estimated share of a set's table symbols in Sorani text.
double estimated_frequency(const SymbolBits& set);

/// What a single character always becomes in the fast path: a table symbol (kUnknown if it is none and stays), kDeleted
/// or kUnsupported.
std::size_t unconditional_replacement(char32_t c, const RuleSet& rules);

}  // namespace sorani::normalize
