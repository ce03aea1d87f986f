#pragma once

/// Marks the symbols that the shared library exports; all others are hidden.
#if defined(__GNUC__)
#define SORANI_API __attribute__((visibility("default")))
#else
#define SORANI_API
#endif
