#pragma once

namespace ku {

/// How many threads, that of the caller included, the system lets run at the same time: `wanted`, or fewer where a
/// limit
/// (`ulimit -u`, `ulimit -v`, a control group) allows no more; at least 1.
///
/// oneTBB aborts the process when it cannot start a thread, so a tool asks this first.
unsigned startable_threads(unsigned wanted);

}  // namespace ku
