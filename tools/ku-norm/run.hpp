#pragma once

#include "common/diagnostics.hpp"
#include "ku-norm/options.hpp"

namespace ku::norm {

/// Does what the options say. Throws `sorani::Error` if they name something unknown.
void run(const Options& options, Diagnostics& diagnostics);

}  // namespace ku::norm
