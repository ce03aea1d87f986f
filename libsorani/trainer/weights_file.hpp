#pragma once

#include <ostream>
#include <span>
#include <vector>

#include "crf.hpp"
#include "transliterate/g2p/features/weights.hpp"

namespace trainer {

using sorani::transliterate::g2p::Weight;

/// Quantizes weights to multiples of `scale`; drops those that round to 0.
std::vector<Weight> quantize(std::span<const LearnedWeight> weights, double scale);

/// Writes libsorani/data/g2p-weights.tsv: a row for each template and weight, with all features that have it.
void write_weights(std::span<const Weight> weights, double scale, std::ostream& out);

}  // namespace trainer
