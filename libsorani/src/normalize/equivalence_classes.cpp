#include "normalize/equivalence_classes.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include <sorani/error.hpp>

#include "script/script.hpp"

namespace sorani::normalize {

EquivalenceClasses::EquivalenceClasses(std::span<const Pattern> patterns) {
  std::u32string listed;
  for (char32_t c = 0; c < 0x80; ++c) listed += c;
  for (const Pattern& pattern : patterns) {
    for (const SymbolSet& set : pattern.symbols) {
      if (std::find(sets_.begin(), sets_.end(), set) != sets_.end()) continue;
      sets_.push_back(set);
      listed += set.points;
    }
  }
  std::vector<bool> signature(sets_.size());
  for (const char32_t c : listed) {
    if (by_code_point_.contains(c)) continue;
    for (std::size_t i = 0; i < sets_.size(); ++i) signature[i] = sets_[i].contains(c);
    by_code_point_.emplace(c, class_with_signature(signature));
  }
  for (const std::uint32_t script_classes : script::class_combinations()) {
    for (std::size_t i = 0; i < sets_.size(); ++i) signature[i] = sets_[i].contains_classes(script_classes);
    by_script_classes_.emplace(script_classes, class_with_signature(signature));
  }
}

ClassId EquivalenceClasses::class_with_signature(std::vector<bool> signature) {
  auto found = std::find(signatures_.begin(), signatures_.end(), signature);
  if (found == signatures_.end()) {
    if (signatures_.size() == 256) throw Error("too many equivalence classes of characters in the rules");
    found = signatures_.insert(signatures_.end(), std::move(signature));
  }
  return static_cast<ClassId>(found - signatures_.begin());
}

std::vector<bool> EquivalenceClasses::members_of(const SymbolSet& set) const {
  const auto index = static_cast<std::size_t>(std::find(sets_.begin(), sets_.end(), set) - sets_.begin());
  std::vector<bool> members;
  for (const std::vector<bool>& signature : signatures_) members.push_back(signature[index]);
  return members;
}

ClassId EquivalenceClasses::operator[](char32_t c) const noexcept {
  if (const auto found = by_code_point_.find(c); found != by_code_point_.end()) return found->second;
  const auto found = by_script_classes_.find(script::classes(c));
  return found == by_script_classes_.end() ? 0 : found->second;
}

}  // namespace sorani::normalize
