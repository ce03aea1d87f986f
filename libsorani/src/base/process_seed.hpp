#pragma once

#include <cstdint>

namespace sorani::base {

/// A random number, the same as long as the process lives. Hash tables of words start from it: with seeds that are
/// known, text can be written whose words all collide, and each look-up would walk over all of them.
std::uint64_t process_seed() noexcept;

}  // namespace sorani::base
