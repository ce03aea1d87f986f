#pragma once

#include <hwy/targets.h>

#include <cstdint>
#include <initializer_list>

/// Run-time dispatch: which of the instruction sets that vector code is compiled for is used. Highway's own dispatch
/// needs the shared library libhwy, and loading that takes milliseconds, longer than most files take to process.
namespace sorani::base {

/// The instruction sets of this machine, as bits of `HWY_TARGETS`. The baseline that the compiler assumes is always
/// one.
std::int64_t supported_targets() noexcept;

/// For tests: restricts the sets to these (and the baseline), or, for 0, to all that the machine has.
void use_only(std::int64_t targets) noexcept;

/// A function compiled for one instruction set; nullptr if it was not compiled for that one.
template <typename Function>
struct Compiled {
  std::int64_t target;
  Function* function;
};

/// The first of the functions that this machine can run.
template <typename Function>
Function* choose(std::initializer_list<Compiled<Function>> functions) noexcept {
  const std::int64_t targets = supported_targets();
  for (const Compiled<Function>& compiled : functions) {
    if (compiled.function != nullptr && (targets & compiled.target) != 0) return compiled.function;
  }
  return nullptr;
}

}  // namespace sorani::base

/// The function of this name for the best instruction set of this machine. For use in the code under `#if HWY_ONCE`.
#if HWY_ARCH_X86
#define SORANI_BEST_OF(name)                                                                            \
  ::sorani::base::choose<decltype(HWY_STATIC_DISPATCH(name))>({{HWY_AVX3_DL, HWY_CHOOSE_AVX3_DL(name)}, \
                                                               {HWY_AVX3, HWY_CHOOSE_AVX3(name)},       \
                                                               {HWY_AVX2, HWY_CHOOSE_AVX2(name)},       \
                                                               {HWY_SSE4, HWY_CHOOSE_SSE4(name)},       \
                                                               {HWY_SSSE3, HWY_CHOOSE_SSSE3(name)},     \
                                                               {HWY_STATIC_TARGET, &HWY_STATIC_DISPATCH(name)}})
#else
#define SORANI_BEST_OF(name) (&HWY_STATIC_DISPATCH(name))
#endif
