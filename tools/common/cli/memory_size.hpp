#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ku {

/// A size as `sort -S` takes it, in bytes: a number of KiB, or with b, K, M, G, T, P or E behind it (b only as a small
/// letter), or % of the memory. Throws `UsageError`, which begins with `option`.
std::size_t parse_memory_size(std::string_view option, const std::string& value);

/// The memory that the program may have: that of the machine, or less where a limit is set for the process or for its
/// control group, as cluster schedulers and containers do.
std::size_t usable_memory();

}  // namespace ku
