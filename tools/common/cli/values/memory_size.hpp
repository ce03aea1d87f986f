#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ku {

/// Parses a size in the syntax of `sort -S`; in bytes. A number without suffix is in KiB; suffixes are b, K, M, G, T,
/// P, E in either case (b only lower) and %, of `usable_memory`. Throws `UsageError`, which begins with `option`.
std::size_t parse_memory_size(std::string_view option, const std::string& value);

/// The memory that this process may use, in bytes: that of the machine, or less if the process (`ulimit`) or its
/// control group (cluster schedulers, containers) is limited.
std::size_t usable_memory();

}  // namespace ku
