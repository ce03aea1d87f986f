#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "normalize/fast_path/scan_data.hpp"
#include "normalize/rules/pattern.hpp"

namespace sorani::normalize {

/// A set of equivalence classes.
using ClassSet = std::bitset<256>;

/// The partition of all code points into equivalence classes: two are equivalent if every symbol set of the patterns
/// contains both or neither. A transition table needs one column per class instead of one per code point.
///
/// ASCII and the code points that a pattern lists are looked at one by one. For all others their script classes decide:
/// one element stands for all code points with the same combination of them. The partition of these elements is refined
/// by one symbol set after the other.
class EquivalenceClasses {
 public:
  /// Throws `Error` if there are more than 256 classes.
  explicit EquivalenceClasses(std::span<const Pattern> patterns);

  std::size_t size() const noexcept { return size_; }

  /// ASCII and what patterns list, in ascending order, and the class of each.
  std::u32string_view listed() const noexcept { return listed_; }
  std::span<const ClassId> listed_classes() const noexcept { return std::span(classes_).first(listed_.size()); }
  /// The class for each of `script::class_combinations()`, for all other characters.
  std::span<const ClassId> by_combination() const noexcept { return std::span(classes_).subspan(listed_.size()); }

  ClassId operator[](char32_t c) const noexcept;

  /// The distinct symbol sets of the patterns are numbered: that of a pattern's symbol, and the classes whose code
  /// points are in a set.
  std::size_t set_number(std::size_t pattern, std::size_t symbol) const noexcept {
    return set_numbers_[first_symbol_[pattern] + symbol];
  }
  std::span<const ClassSet> sets() const noexcept { return members_; }

  const ClassSet& members(std::size_t pattern, std::size_t symbol) const noexcept {
    return members_[set_number(pattern, symbol)];
  }

 private:
  std::vector<const SymbolSet*> number_sets(std::span<const Pattern> patterns);
  std::vector<bool> elements_of(const SymbolSet& set, std::span<const std::size_t> combinations) const;
  void refine(const std::vector<bool>& elements);

  std::vector<std::size_t> first_symbol_;  // of each pattern, in set_numbers_
  std::vector<std::size_t> set_numbers_;   // of the symbols of all patterns
  std::u32string listed_;
  std::vector<ClassId> classes_;  // of each element: those of listed_, then the combinations
  std::size_t size_ = 1;
  std::vector<ClassSet> members_;
};

}  // namespace sorani::normalize
