#pragma once

#include <ostream>

#include "lid/softmax.hpp"

namespace lid_trainer {

/// Writes libsorani/data/identify-weights.tsv.
void write_weights(const Learned& learned, std::ostream& out);

}  // namespace lid_trainer
