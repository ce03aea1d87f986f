#pragma once

#include "normalize/program_tables.hpp"
#include "normalize/rules/rule_set.hpp"

namespace sorani::normalize {

/// Compiles a rule set: classes, stop conditions, automaton, tables of the fast path. Takes a millisecond or two, which
/// is why the sets that are used most are compiled at build time. Throws `Error` if the rules exceed a limit.
ProgramTables<Owned> compile(const RuleSet& rules);

}  // namespace sorani::normalize
