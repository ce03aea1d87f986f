#pragma once

#include "common/diagnostics.hpp"
#include "ku-latin/options.hpp"

namespace ku::latin {

/// Does what the options say. Throws `sorani::Error`, `UsageError` and `FatalError`.
void run(const Options& options, Diagnostics& diagnostics);

}  // namespace ku::latin
