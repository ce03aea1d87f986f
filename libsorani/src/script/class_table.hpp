#pragma once

#include <cstddef>
#include <cstdint>

/// The classes of all code points, written by `tablegen script`, in two stages:
/// `kClasses[kClassesIndex[kClassesBlock[c / 256] * 256 + c % 256]]`.
namespace sorani::script::tables {

extern const std::uint16_t kClassesBlock[];
extern const std::uint8_t kClassesIndex[];
extern const std::uint32_t kClasses[];
extern const std::size_t kClassesSize;

}  // namespace sorani::script::tables
