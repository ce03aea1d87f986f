#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "normalize/rules/pattern.hpp"

namespace sorani::normalize {

/// The number of an equivalence class; there are at most 256.
using ClassId = std::uint8_t;

/// The partition of all code points into equivalence classes: two are equivalent if every symbol set of the patterns
/// contains both or neither. A transition table needs one column per class instead of one per code point.
///
/// The signature of a code point is the list of the sets that contain it; each distinct signature is a class. It is
/// computed for ASCII and every code point that a pattern lists, and once for each combination of script classes, which
/// decides for all other code points.
class EquivalenceClasses {
 public:
  /// Throws `Error` if there are more than 256 classes.
  explicit EquivalenceClasses(std::span<const Pattern> patterns);

  /// The class of any value that `utf8::decode` returns.
  ClassId operator[](char32_t c) const noexcept;

  std::size_t size() const noexcept { return signatures_.size(); }

  /// For each class, whether its code points are in `set`, which is a symbol set of the patterns.
  std::vector<bool> members_of(const SymbolSet& set) const;

 private:
  ClassId class_with_signature(std::vector<bool> signature);

  std::vector<SymbolSet> sets_;                                   // of all patterns, each once
  std::unordered_map<char32_t, ClassId> by_code_point_;           // ASCII, and what patterns list
  std::unordered_map<std::uint32_t, ClassId> by_script_classes_;  // all others
  std::vector<std::vector<bool>> signatures_;                     // of each class: which of the sets contain it
};

}  // namespace sorani::normalize
