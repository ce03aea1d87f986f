#pragma once

namespace ku {

/// The number of threads, the calling one included, that the system lets run at the same time: `wanted`, or fewer under
/// a limit (`ulimit -u`, `ulimit -v`, a control group); at least 1.
///
/// Needed because oneTBB aborts the process if it cannot start a thread.
unsigned startable_threads(unsigned wanted);

}  // namespace ku
