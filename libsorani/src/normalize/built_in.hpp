#pragma once

#include <cstddef>

#include "normalize/program_tables.hpp"

/// What libsorani/tablegen/programs defines: the rule sets that are compiled at build time, which are those of the
/// profiles and that of the transliterator.
namespace sorani::normalize {

std::size_t built_in_count() noexcept;

/// The tables of a set, all of them constants.
ProgramTables<View> built_in_tables(std::size_t number) noexcept;

}  // namespace sorani::normalize
