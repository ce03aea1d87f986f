#pragma once

#include "common/diagnostics.hpp"
#include "ku-count/options.hpp"

namespace ku::count {

void run(const Options& options, Diagnostics& diagnostics);

}  // namespace ku::count
