#pragma once

#include <cstdint>
#include <string>

#include <sorani/normalizer.hpp>

namespace sorani::test {

/// Random options of a Normalizer, without a font: any profile, rules added and removed, digits, heh, and now and then
/// a small word map.
NormalizerOptions random_options(std::uint64_t seed);

/// A Normalizer of these options; if the word map is refused (it may be circular), of the same without it, and the
/// options say so.
Normalizer make_normalizer(NormalizerOptions& options);

/// Options as messages show them.
std::string described(const NormalizerOptions& options);

}  // namespace sorani::test
