#pragma once

/// Marks what the shared library shows; everything else stays hidden.
#if defined(__GNUC__)
#define SORANI_API __attribute__((visibility("default")))
#else
#define SORANI_API
#endif
