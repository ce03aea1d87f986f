#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "transliterate/g2p/features/feature_key.hpp"
#include "transliterate/g2p/features/perfect_hash.hpp"
#include "transliterate/g2p/features/weights.hpp"

/// The weights of the model, arranged so that the scorer finds those of related features together.
namespace sorani::transliterate::g2p {

/// A shape (onset, nucleus, coda) as a number.
constexpr std::size_t shape_number(std::size_t onset, std::size_t nucleus, std::size_t coda) noexcept {
  return onset << 5 | nucleus << 2 | coda;
}

/// Where the weights of the templates with few symbols are in the cells, as arrays over their symbols. The weights of
/// other templates follow, in rows.
struct CellLayout {
  static constexpr std::size_t kShapes = 128, kPlaces = 4, kLetters = 64;
  static constexpr std::size_t kShape = 0;
  static constexpr std::size_t kShapeBefore = kShape + kShapes * kPlaces;
  static constexpr std::size_t kShapeAfter = kShapeBefore + kShapes * kPlaces * kLetters;
  static constexpr std::size_t kPairShape = kShapeAfter + kShapes * kPlaces * kLetters;
  static constexpr std::size_t kZeroRow = kPairShape + kShapes * kShapes;
  static constexpr std::size_t kRows = kZeroRow + 64;
};

struct ScoreArrays {
  HashArrays<std::uint64_t> rows;
  WeightSlots weights;
  std::vector<std::int8_t> cells;
};

/// Three kinds of look-ups: an array over all symbols for syllable shapes; for contexts (letters or sonority classes),
/// a perfect hash to a row with a weight for each value of the symbols beside the context; a perfect hash to a single
/// weight for the rest.
class ScoreTables {
 public:
  using Row = const std::int8_t*;

  /// The arrays are those that `score_arrays` made, and must outlive the object.
  constexpr ScoreTables(std::span<const std::uint16_t> row_displacements, std::span<const std::uint64_t> row_slots,
                        std::span<const std::uint16_t> displacements, std::span<const std::uint32_t> slots,
                        std::span<const std::int8_t> cells) noexcept
      : rows_(row_displacements, row_slots), weights_(displacements, slots), cells_(cells.data()) {}
  explicit ScoreTables(const ScoreArrays& arrays) noexcept
      : ScoreTables(arrays.rows.displacements, arrays.rows.slots, arrays.weights.displacements, arrays.weights.slots,
                    arrays.cells) {}

  /// The weight of any feature; slow.
  int weight(FeatureKey key) const;

  /// The weight of a feature of a template without rows and arrays.
  int operator[](FeatureKey key) const noexcept { return weights_[key]; }

  /// `shape`, `shape_before` and `shape_after` together. `place` is that of SyllableView.
  int shape(std::size_t shape, std::size_t place, std::size_t before, std::size_t after) const noexcept {
    using L = CellLayout;
    const std::size_t at = shape * L::kPlaces + place;
    return cells_[L::kShape + at] + cells_[L::kShapeBefore + at * L::kLetters + before] +
           cells_[L::kShapeAfter + at * L::kLetters + after];
  }
  /// `pair_shape` of a shape with the next one, by the number of that.
  Row pair_shapes(std::size_t first) const noexcept {
    return cells_ + (CellLayout::kPairShape + first * CellLayout::kShapes);
  }

  /// The roles of a letter: eight weights of `letter_after_2` for the first letter, eight of `letter_around` for the
  /// second, eight of `letter_before_2` for the third.
  Row letters(Symbols<3> context) const noexcept { return row(feature_key(Template::letter_around, context)); }
  /// By the nuclei of two syllables, as 8 times the first plus the second.
  Row cluster(Symbols<3> context) const noexcept { return row(feature_key(Template::pair_cluster, context)); }
  Row cluster_sonority(Symbols<3> context) const noexcept {
    return row(feature_key(Template::pair_cluster_sonority, context));
  }
  /// By nucleus.
  Row coda_sonority(Symbols<4> context) const noexcept { return row(feature_key(Template::coda_sonority, context)); }
  /// By the length of the coda.
  Row i_sonority(Symbols<5> context) const noexcept { return row(feature_key(Template::i_sonority, context)); }

 private:
  Row row(FeatureKey key) const noexcept { return cells_ + (CellLayout::kZeroRow + rows_.find(key)); }

  PerfectHash<std::uint64_t, 20> rows_;  ///< a value is the offset of the row from the zero row
  WeightTable weights_;
  const std::int8_t* cells_;
};

/// Arranges weights. Throws std::invalid_argument if two features are equal or cannot be told apart.
ScoreArrays score_arrays(std::span<const Weight> weights);

}  // namespace sorani::transliterate::g2p
