#pragma once

#include <cstddef>
#include <cstdint>

/// The traits of all code points, written by `tablegen tokenize`, in two stages:
/// `kTraits[kTraitsIndex[kTraitsBlock[c / 256] * 256 + c % 256]]`.
namespace sorani::tokenize::tables {

extern const std::uint16_t kTraitsBlock[];
extern const std::uint8_t kTraitsIndex[];
extern const std::uint32_t kTraits[];

}  // namespace sorani::tokenize::tables
