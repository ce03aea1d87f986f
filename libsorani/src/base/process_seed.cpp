#include "base/process_seed.hpp"

#include <sys/random.h>
#include <unistd.h>

#include <chrono>

namespace sorani::base {
namespace {

std::uint64_t make_seed() noexcept {
  std::uint64_t seed = 0;
  if (::getrandom(&seed, sizeof seed, GRND_NONBLOCK) == static_cast<ssize_t>(sizeof seed)) return seed;
  // Early at boot, or an old kernel. The address of the stack is random, too.
  const auto now = std::chrono::steady_clock::now().time_since_epoch().count();
  return static_cast<std::uint64_t>(now) * 0x9E3779B97F4A7C15 ^ reinterpret_cast<std::uintptr_t>(&seed) ^
         static_cast<std::uint64_t>(::getpid()) << 32;
}

}  // namespace

std::uint64_t process_seed() noexcept {
  static const std::uint64_t seed = make_seed();
  return seed;
}

}  // namespace sorani::base
