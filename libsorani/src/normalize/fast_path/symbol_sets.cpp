#include "normalize/fast_path/symbol_sets.hpp"

#include <array>
#include <vector>

#include "script/script.hpp"
#include "utf8/properties.hpp"

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

/// True if a hook may have something to do at this character.
bool needs_rewriter(char32_t c, const RuleSet& rules) {
  if (utf8::nfc_maybe(c) || (script::is(c, script::kMark) && rules.active("strip-marks"))) return true;
  return c == U';' && rules.active("html");
}

}  // namespace

SymbolBits table_symbols_of(const SymbolSet& set) {
  SymbolBits symbols;
  for (std::size_t s = 0; s < ScanTables::kTableSymbols; ++s) symbols[s] = set.contains(code_point(s));
  return symbols;
}

SymbolBits all_symbols_of(const SymbolSet& set, const EquivalenceClasses& classes) {
  SymbolBits symbols = table_symbols_of(set);
  const std::vector<bool> members = classes.members_of(set);
  for (std::size_t id = 0; id < members.size(); ++id) symbols[ScanTables::kFirstClass + id] = members[id];
  return symbols;
}

double estimated_frequency(const SymbolBits& set) {
  static const std::array<double, ScanTables::kTableSymbols> frequencies = [] {
    std::array<double, ScanTables::kTableSymbols> all;
    for (std::size_t s = 0; s < all.size(); ++s) all[s] = estimated_frequency(code_point(s));
    return all;
  }();
  double sum = 0;
  for (std::size_t s = 0; s < frequencies.size(); ++s) {
    if (set[s]) sum += frequencies[s];
  }
  return sum;
}

std::size_t unconditional_replacement(char32_t c, const RuleSet& rules) {
  const Replacement* replacement = rules.replacement(c);
  if (replacement == nullptr) return needs_rewriter(c, rules) ? ScanTables::kUnsupported : ScanTables::symbol_of(c);
  if (replacement->to.empty()) return ScanTables::kDeleted;
  const char32_t to = replacement->to[0];
  const std::size_t symbol = ScanTables::symbol_of(to);
  // The output must not outgrow the input, so ASCII is replaced by ASCII only.
  const bool fits = replacement->to.size() == 1 && symbol < ScanTables::kTableSymbols && (c >= 0x80 || to < 0x80);
  return fits && rules.replacement(to) == nullptr && !needs_rewriter(to, rules) ? symbol : ScanTables::kUnsupported;
}

}  // namespace sorani::normalize
