#pragma once

#include <sorani/normalizer.hpp>
#include <string>

#include "ku-norm/workers.hpp"

namespace ku::norm {

/// The table of --list-rules, a row for each rule: name, the first profile that has it or `-`, `on` or `off`,
/// description, and an example before and after, with invisible characters as \\uXXXX.
std::string rule_table(const sorani::Normalizer& normalizer);

/// The table of --stats, a row for each rule that was applied: name and count, by descending count.
std::string count_table(const RuleCounts& counts);

}  // namespace ku::norm
