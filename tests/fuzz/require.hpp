#pragma once

#include <cstdio>
#include <cstdlib>

/// Stops the fuzzer, which then keeps the input, unless the condition holds.
#define SORANI_REQUIRE(condition)                                                  \
  do {                                                                             \
    if (!(condition)) {                                                            \
      std::fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition); \
      std::abort();                                                                \
    }                                                                              \
  } while (false)
