#pragma once

#include <bitset>
#include <cstddef>
#include <vector>

#include "normalize/compile/equivalence_classes.hpp"
#include "normalize/fast_path/scan_data.hpp"

/// Sets of the fast path's symbols while the tables are built.
namespace sorani::normalize {

using SymbolBits = std::bitset<ScanData::kSymbolCount>;

/// The code point of a table symbol.
constexpr char32_t code_point(std::size_t symbol) noexcept {
  return static_cast<char32_t>(symbol < 256 ? 0x600 + symbol : symbol - 256);
}

/// For each of `classes.sets()`, the table symbols in it and the symbols of its equivalence classes.
std::vector<SymbolBits> symbols_of_sets(const EquivalenceClasses& classes);

/// The estimated share of a set's table symbols in Sorani text.
double estimated_frequency(const SymbolBits& set);

}  // namespace sorani::normalize
