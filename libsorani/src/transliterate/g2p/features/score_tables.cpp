#include "transliterate/g2p/features/score_tables.hpp"

#include <map>
#include <stdexcept>

namespace sorani::transliterate::g2p {
namespace {

using Layout = CellLayout;

constexpr std::size_t kNoCell = static_cast<std::size_t>(-1);

/// Where the weight of a feature is in its array; `kNoCell` if its template has none.
std::size_t array_cell(FeatureKey key) {
  const auto shape = [&](std::size_t at) {
    return shape_number(symbol_of(key, at), symbol_of(key, at + 1), symbol_of(key, at + 2));
  };
  const auto placed = [&] { return shape(0) * Layout::kPlaces + symbol_of(key, 3); };
  switch (template_of(key)) {
    case Template::shape:
      return Layout::kShape + placed();
    case Template::shape_before:
      return Layout::kShapeBefore + placed() * Layout::kLetters + symbol_of(key, 4);
    case Template::shape_after:
      return Layout::kShapeAfter + placed() * Layout::kLetters + symbol_of(key, 4);
    case Template::pair_shape:
      return Layout::kPairShape + shape(0) * Layout::kShapes + shape(3);
    default:
      return kNoCell;
  }
}

/// The row of a feature: the key of its context, how many weights it has, and which of them is that of the feature. No
/// weights if the template has no rows.
struct RowCell {
  FeatureKey context;
  std::size_t size;
  std::size_t column;
};

RowCell row_cell(FeatureKey key) {
  constexpr std::size_t kRoles = 8, kNucleusValues = 8;
  // `count` symbols from number `first` on.
  const auto context = [&](Template name, unsigned first, unsigned count) {
    const std::uint64_t bits = key >> (8 * (first + 1)) & ((std::uint64_t{1} << 8 * count) - 1);
    return feature_key(name) | bits << 8;
  };
  const Template name = template_of(key);
  switch (name) {
    case Template::letter_after_2:
      return {context(Template::letter_around, 1, 3), 3 * kRoles, symbol_of(key, 0)};
    case Template::letter_around:
      return {context(Template::letter_around, 1, 3), 3 * kRoles, kRoles + symbol_of(key, 0)};
    case Template::letter_before_2:
      return {context(Template::letter_around, 1, 3), 3 * kRoles, 2 * kRoles + symbol_of(key, 0)};
    case Template::pair_cluster:
    case Template::pair_cluster_sonority:
      return {context(name, 0, 3), kNucleusValues * kNucleusValues,
              kNucleusValues * symbol_of(key, 3) + symbol_of(key, 4)};
    case Template::coda_sonority:
      return {context(name, 0, 3) | FeatureKey{symbol_of(key, 4)} << 32, kNucleusValues, symbol_of(key, 3)};
    case Template::i_sonority:
      return {context(name, 1, 5), kNucleusValues, symbol_of(key, 0)};
    default:
      return {0, 0, 0};
  }
}

}  // namespace

int ScoreTables::weight(FeatureKey key) const {
  if (const std::size_t at = array_cell(key); at != kNoCell) return cells_[at];
  const RowCell cell = row_cell(key);
  return cell.size > 0 ? row(cell.context)[cell.column] : weights_[key];
}

ScoreArrays score_arrays(std::span<const Weight> weights) {
  ScoreArrays arrays;
  std::vector<std::int8_t>& cells = arrays.cells;
  cells.resize(Layout::kRows);
  const auto set = [&](std::size_t at, std::int8_t steps) {
    if (cells[at] != 0) throw std::invalid_argument("a feature has two weights");
    cells[at] = steps;
  };
  std::map<FeatureKey, std::size_t> rows;
  std::vector<Weight> others;
  for (const Weight& weight : weights) {
    if (const std::size_t at = array_cell(weight.key); at != kNoCell) {
      set(at, weight.steps);
    } else if (const RowCell cell = row_cell(weight.key); cell.size > 0) {
      const auto [row, is_new] = rows.try_emplace(cell.context, cells.size());
      if (is_new) cells.resize(cells.size() + cell.size);
      set(row->second + cell.column, weight.steps);
    } else {
      others.push_back(weight);
    }
  }
  std::vector<PerfectHash<std::uint64_t, 20>::Entry> entries;
  for (const auto& [key, at] : rows) entries.push_back({key, at - Layout::kZeroRow});
  arrays.rows = PerfectHash<std::uint64_t, 20>::arrays(entries);
  arrays.weights = weight_slots(others);
  return arrays;
}

}  // namespace sorani::transliterate::g2p
