#pragma once

#include <cstddef>
#include <cstdint>

namespace sorani::test {

/// How many random cases a property is tried on: the environment's SORANI_PROPERTY_RUNS, or `fallback`.
std::size_t property_runs(std::size_t fallback);

/// The seed of case `index`: its number, plus the environment's SORANI_PROPERTY_SEED. A failure prints it; the same
/// case comes again with SORANI_PROPERTY_SEED set to it and SORANI_PROPERTY_RUNS=1.
std::uint64_t case_seed(std::size_t index);

/// The longest strings that the comparison with the oracle tries: SORANI_ORACLE_LENGTH, or `fallback`.
std::size_t oracle_length(std::size_t fallback);

}  // namespace sorani::test
