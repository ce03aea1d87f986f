#pragma once

#include "common/diagnostics.hpp"
#include "ku-tok/options.hpp"

namespace ku::tok {

/// Does what the options say.
void run(const Options& options, Diagnostics& diagnostics);

}  // namespace ku::tok
