#pragma once

#include <cstdint>
#include <string>

namespace ku {

/// The memory, in bytes, that the control group of this process and the groups around it leave to it, as cluster
/// schedulers, systemd and containers set them; 2^64-1 where there is no limit. Both versions of control groups.
///
/// `root` is put before the names of all files that are read, for tests.
std::uint64_t control_group_memory(const std::string& root = "");

}  // namespace ku
