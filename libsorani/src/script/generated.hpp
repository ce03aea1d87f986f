#pragma once

#include <cstddef>

#include "script/class_table.hpp"  // IWYU pragma: export
#include "script/script.hpp"

/// The lists behind script.hpp, written by `tablegen script`.
namespace sorani::script::tables {

extern const Letter kAlphabet[];
extern const std::size_t kAlphabetSize;

extern const LookAlike kLookAlikes[];
extern const std::size_t kLookAlikesSize;

}  // namespace sorani::script::tables
