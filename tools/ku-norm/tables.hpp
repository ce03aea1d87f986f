#pragma once

#include <sorani/normalizer.hpp>
#include <string>

#include "ku-norm/workers.hpp"

namespace ku::norm {

/// One row for each rule: name, the first profile that holds it or `-`, `on` or `off`, description, and an example
/// before and after, with hidden characters as \\uXXXX.
std::string rule_table(const sorani::Normalizer& normalizer);

/// One row for each rule that was applied: name and count, the most frequent first.
std::string count_table(const RuleCounts& counts);

}  // namespace ku::norm
