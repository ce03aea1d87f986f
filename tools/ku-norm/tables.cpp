#include "ku-norm/tables.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace ku::norm {

std::string rule_table(const sorani::Normalizer& normalizer) {
  const auto active = normalizer.active_rules();
  std::string table;
  for (const sorani::RuleInfo& rule : sorani::Normalizer::all_rules()) {
    const bool is_on = std::find(active.begin(), active.end(), rule.name) != active.end();
    fmt::format_to(std::back_inserter(table), "{}\t{}\t{}\t{}\t{}\t{}\n", rule.name,
                   rule.profile == sorani::Profile::none ? "-" : to_string(rule.profile), is_on ? "on" : "off",
                   rule.description, rule.example_before, rule.example_after);
  }
  return table;
}

std::string count_table(const RuleCounts& counts) {
  std::vector<std::pair<std::string_view, std::uint64_t>> rows(counts.begin(), counts.end());
  // Stable: rules of the same count stay sorted by name.
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string table;
  for (const auto& [rule, count] : rows) fmt::format_to(std::back_inserter(table), "{}\t{}\n", rule, count);
  return table;
}

}  // namespace ku::norm
