#pragma once

#include <cstddef>
#include <cstdint>

#include "script/script.hpp"

/// The tables behind script.hpp, written by `tablegen script`.
namespace sorani::script::tables {

/// Classes in two stages: `kClasses[kClassesIndex[kClassesBlock[c / 256] * 256 + c % 256]]`.
extern const std::uint16_t kClassesBlock[];
extern const std::uint8_t kClassesIndex[];
extern const std::uint32_t kClasses[];
extern const std::size_t kClassesSize;

extern const Letter kAlphabet[];
extern const std::size_t kAlphabetSize;

extern const LookAlike kLookAlikes[];
extern const std::size_t kLookAlikesSize;

}  // namespace sorani::script::tables
