#pragma once

#include <span>
#include <vector>

#include "normalize/compile/automaton_builder.hpp"
#include "normalize/compile/stop_conditions.hpp"
#include "normalize/fast_path/scan_data.hpp"
#include "normalize/program_tables.hpp"
#include "normalize/rules/rule_set.hpp"

namespace sorani::normalize {

/// The fast path's tables for an automaton with these stop conditions, and for the single characters that `rules`
/// replace. `chars` are those of `CharTables::direct`.
ScanData make_scan_data(const BuiltAutomaton& automaton, const StopSets& stops, const RuleSet& rules,
                        std::span<const CharInfo> chars);

/// See `ScanTables::deletions`.
std::vector<Deletion> make_scan_deletions(const ScanData& tables, const BuiltAutomaton& automaton);

}  // namespace sorani::normalize
