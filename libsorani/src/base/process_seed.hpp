#pragma once

#include <cstdint>

namespace sorani::base {

/// A random number, constant for the lifetime of the process. It seeds the hash tables of words: with a known seed, a
/// text could be made up whose words all collide, and each look-up would take time linear in their number.
std::uint64_t process_seed() noexcept;

}  // namespace sorani::base
