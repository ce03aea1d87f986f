#include "base/instruction_sets.hpp"

#include <atomic>

#if HWY_ARCH_X86
#include <cpuid.h>
#endif

namespace sorani::base {
namespace {

std::atomic<std::int64_t> allowed_targets = 0;  // 0: all

#if HWY_ARCH_X86
/// AES, PCLMUL and F16C: Highway lets the compiler use them together with SSE4 and AVX2, so they must be there, too.
struct Extensions {
  bool aes;
  bool f16c;
};

Extensions extensions() noexcept {
  unsigned a = 0;
  unsigned b = 0;
  unsigned c = 0;
  unsigned d = 0;
  if (__get_cpuid(1, &a, &b, &c, &d) == 0) return {false, false};
  return {(c & bit_AES) != 0 && (c & bit_PCLMUL) != 0, (c & bit_F16C) != 0};
}

/// Each set includes the ones before it. `__builtin_cpu_supports` also checks that the operating system saves the
/// registers.
std::int64_t detect() noexcept {
  __builtin_cpu_init();
  const Extensions more = extensions();
  std::int64_t targets = HWY_STATIC_TARGET;
  if (!__builtin_cpu_supports("ssse3")) return targets;
  targets |= HWY_SSSE3;
  if (!more.aes || !__builtin_cpu_supports("sse4.2")) return targets;
  targets |= HWY_SSE4;
  if (!more.f16c || !__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("bmi") ||
      !__builtin_cpu_supports("bmi2") || !__builtin_cpu_supports("fma")) {
    return targets;
  }
  targets |= HWY_AVX2;
  if (!__builtin_cpu_supports("avx512f") || !__builtin_cpu_supports("avx512vl") ||
      !__builtin_cpu_supports("avx512dq") || !__builtin_cpu_supports("avx512bw")) {
    return targets;
  }
  targets |= HWY_AVX3;
  if (!__builtin_cpu_supports("avx512vbmi") || !__builtin_cpu_supports("avx512vbmi2") ||
      !__builtin_cpu_supports("avx512bitalg") || !__builtin_cpu_supports("avx512vpopcntdq") ||
      !__builtin_cpu_supports("vpclmulqdq")) {
    return targets;
  }
  return targets | HWY_AVX3_DL;
}
#else
std::int64_t detect() noexcept { return HWY_STATIC_TARGET; }
#endif

}  // namespace

std::int64_t supported_targets() noexcept {
  static const std::int64_t all = detect();
  const std::int64_t allowed = allowed_targets.load(std::memory_order_relaxed);
  return allowed == 0 ? all : (all & allowed) | HWY_STATIC_TARGET;
}

void use_only(std::int64_t targets) noexcept { allowed_targets.store(targets, std::memory_order_relaxed); }

}  // namespace sorani::base
