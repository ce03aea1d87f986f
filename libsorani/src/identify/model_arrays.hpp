#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

/// The tables of the model, and how they are built.
namespace sorani::identify {

inline constexpr std::size_t kClasses = 16;

/// Weights of an n-gram, by language.
using FeatureWeights = std::array<std::int8_t, kClasses>;

struct WeightedFeature {
  std::u32string text;
  FeatureWeights weights;
};

/// A letter is a byte in the tables. That of a letter in no n-gram is `kUnknownLetter`; no node has it.
using LetterCode = std::uint8_t;
inline constexpr LetterCode kUnknownLetter = 0xFF;
inline constexpr std::size_t kMaxLetters = 0xFE;

/// Letters below are looked up in an array.
inline constexpr char32_t kLowLetters = 0x800;

struct CodedLetter {
  char32_t letter;
  LetterCode code;
};

/// A trie of the n-grams read backward, as a double array (Aoe 1989). The child of a node for a letter is at the base
/// of the node plus the code of the letter, if the node there has that letter; no two nodes share a base. The root is
/// at 0.
struct ModelArrays {
  std::vector<LetterCode> low_letters;    ///< `kLowLetters` of them
  std::vector<CodedLetter> high_letters;  ///< sorted
  std::vector<std::uint32_t> nodes;       ///< the base, shifted by 8, and the code of the letter that leads there
  std::vector<std::int8_t> weights;       ///< `kClasses` for each node
};

/// With each n-gram, its part after the first letter must be there too. Throws std::invalid_argument if it is not, and
/// for an n-gram given twice, an empty one, or too many.
ModelArrays model_arrays(std::span<const WeightedFeature> features);

}  // namespace sorani::identify
