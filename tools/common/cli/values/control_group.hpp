#pragma once

#include <cstdint>
#include <string>

namespace ku {

/// The memory limit of this process's control group, in bytes: the least of the limits of the group and its ancestors,
/// as cluster schedulers, systemd and containers set them. 2^64-1 if there is none. Handles cgroups version 1 and 2.
///
/// `root` is prefixed to the names of all files that are read (for tests).
std::uint64_t control_group_memory(const std::string& root = "");

}  // namespace ku
