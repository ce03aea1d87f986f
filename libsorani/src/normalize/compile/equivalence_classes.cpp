#include "normalize/compile/equivalence_classes.hpp"

#include <algorithm>
#include <string>

#include <sorani/error.hpp>

#include "script/script.hpp"

namespace sorani::normalize {

EquivalenceClasses::EquivalenceClasses(std::span<const Pattern> patterns) {
  const std::vector<const SymbolSet*> sets = number_sets(patterns);
  for (char32_t c = 0; c < 0x80; ++c) listed_ += c;
  for (const SymbolSet* set : sets) listed_ += set->points;
  std::sort(listed_.begin(), listed_.end());
  listed_.erase(std::unique(listed_.begin(), listed_.end()), listed_.end());

  std::vector<std::size_t> combinations;  // of the script classes of each element
  for (const char32_t c : listed_) combinations.push_back(script::combination_index(c));
  for (std::size_t i = 0; i < script::class_combinations().size(); ++i) combinations.push_back(i);

  classes_.assign(combinations.size(), 0);
  std::vector<std::vector<bool>> elements;
  for (const SymbolSet* set : sets) {
    elements.push_back(elements_of(*set, combinations));
    refine(elements.back());
  }
  members_.resize(sets.size());
  for (std::size_t s = 0; s < sets.size(); ++s) {
    for (std::size_t i = 0; i < classes_.size(); ++i) {
      if (elements[s][i]) members_[s].set(classes_[i]);
    }
  }
}

/// Numbers the symbol sets of all patterns; returns the distinct ones.
std::vector<const SymbolSet*> EquivalenceClasses::number_sets(std::span<const Pattern> patterns) {
  std::vector<const SymbolSet*> sets;
  for (const Pattern& pattern : patterns) {
    first_symbol_.push_back(set_numbers_.size());
    for (const SymbolSet& set : pattern.symbols) {
      const auto found = std::find_if(sets.begin(), sets.end(), [&](const SymbolSet* other) { return *other == set; });
      set_numbers_.push_back(static_cast<std::size_t>(found - sets.begin()));
      if (found == sets.end()) sets.push_back(&set);
    }
  }
  return sets;
}

/// For each element, whether it is in a set.
std::vector<bool> EquivalenceClasses::elements_of(const SymbolSet& set,
                                                  std::span<const std::size_t> combinations) const {
  const auto all = script::class_combinations();
  std::vector<bool> has_combination;
  for (const std::uint32_t classes : all) has_combination.push_back(set.contains_classes(classes));
  std::vector<bool> elements;
  for (const std::size_t combination : combinations) elements.push_back(has_combination[combination]);
  for (const char32_t c : set.points) {
    const auto at = std::lower_bound(listed_.begin(), listed_.end(), c) - listed_.begin();
    elements[static_cast<std::size_t>(at)] = !set.negated;
  }
  return elements;
}

/// Splits each class into its elements in a set and the others. Classes are numbered in the order of their first
/// elements.
void EquivalenceClasses::refine(const std::vector<bool>& elements) {
  constexpr std::size_t kNone = SIZE_MAX;
  std::vector<std::size_t> numbers(2 * size_, kNone);
  size_ = 0;
  for (std::size_t i = 0; i < classes_.size(); ++i) {
    std::size_t& number = numbers[std::size_t{2} * classes_[i] + (elements[i] ? 1 : 0)];
    if (number == kNone) number = size_++;
    if (size_ > 256) throw Error("too many equivalence classes of characters in the rules");
    classes_[i] = static_cast<ClassId>(number);
  }
}

ClassId EquivalenceClasses::operator[](char32_t c) const noexcept {
  const auto found = std::lower_bound(listed_.begin(), listed_.end(), c);
  if (found != listed_.end() && *found == c) return classes_[static_cast<std::size_t>(found - listed_.begin())];
  return by_combination()[script::combination_index(c)];
}

}  // namespace sorani::normalize
