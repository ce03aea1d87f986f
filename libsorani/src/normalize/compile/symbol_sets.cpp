#include "normalize/compile/symbol_sets.hpp"

#include <array>

#include "script/script.hpp"

namespace sorani::normalize {
namespace {

/// The order of magnitude is enough: it decides which symbol of a pattern is the cheapest to stop at.
double estimated_frequency(char32_t c) {
  const std::uint32_t classes = script::classes(c);
  if (c == U' ') return 0.16;
  if ((classes & (script::kVowel | script::kSemivowel)) != 0) return 0.08;
  if ((classes & script::kSoraniLetter) != 0) return 0.03;
  return c < 0x80 ? 0.001 : 0.0005;
}

}  // namespace

std::vector<SymbolBits> symbols_of_sets(const EquivalenceClasses& classes) {
  std::vector<SymbolBits> symbols_of_class(classes.size());
  for (std::size_t s = 0; s < ScanData::kTableSymbols; ++s) symbols_of_class[classes[code_point(s)]].set(s);
  for (std::size_t id = 0; id < classes.size(); ++id) symbols_of_class[id].set(ScanData::kFirstClass + id);
  std::vector<SymbolBits> symbols;
  for (const ClassSet& set : classes.sets()) {
    symbols.emplace_back();
    for (std::size_t id = 0; id < classes.size(); ++id) {
      if (set[id]) symbols.back() |= symbols_of_class[id];
    }
  }
  return symbols;
}

double estimated_frequency(const SymbolBits& set) {
  static const std::array<double, ScanData::kTableSymbols> frequencies = [] {
    std::array<double, ScanData::kTableSymbols> all;
    for (std::size_t s = 0; s < all.size(); ++s) all[s] = estimated_frequency(code_point(s));
    return all;
  }();
  double sum = 0;
  for (std::size_t s = 0; s < frequencies.size(); ++s) {
    if (set[s]) sum += frequencies[s];
  }
  return sum;
}

}  // namespace sorani::normalize
