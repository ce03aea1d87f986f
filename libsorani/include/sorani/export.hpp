#pragma once

/// SORANI_API marks the symbols that the shared library exports; all others are hidden. SORANI_LOCAL marks members of
/// an exported class that are not.
#if defined(__GNUC__)
#define SORANI_API __attribute__((visibility("default")))
#define SORANI_LOCAL __attribute__((visibility("hidden")))
#else
#define SORANI_API
#define SORANI_LOCAL
#endif
