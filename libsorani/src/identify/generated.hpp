#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "identify/model_arrays.hpp"

/// What `tablegen identify` defines, from libsorani/data.
namespace sorani::identify {

/// A letter that is read as another one.
struct FoldedLetter {
  char32_t letter;
  char32_t folded;
};

namespace tables {

/// Sorted by `letter`.
extern const std::span<const FoldedLetter> kFoldedLetters;

/// See `ModelArrays`.
extern const LetterCode kLowLetterCodes[];
extern const std::span<const CodedLetter> kHighLetters;
extern const std::uint32_t kNodes[];
extern const std::int8_t kWeights[];
extern const double kScale;
extern const double kExponent;
extern const std::array<double, 16> kBias;

}  // namespace tables
}  // namespace sorani::identify
