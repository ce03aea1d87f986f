#include "transliterate/g2p/features/weights.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <stdexcept>
#include <vector>

namespace sorani::transliterate::g2p {
namespace {

std::vector<Weight> random_weights(std::size_t count) {
  std::mt19937_64 random(count);
  std::map<FeatureKey, std::int8_t> weights;
  while (weights.size() < count) {
    const auto steps = static_cast<std::int8_t>(static_cast<int>(random() % 127) + 1);
    weights[random()] = static_cast<std::int8_t>(random() % 2 == 0 ? steps : -steps);
  }
  std::vector<Weight> list;
  for (const auto& [key, steps] : weights) list.push_back({key, steps});
  return list;
}

TEST(WeightTable, FindsEveryWeight) {
  for (const std::size_t count : {0u, 1u, 2u, 3u, 10u, 1000u, 20000u}) {
    const std::vector<Weight> weights = random_weights(count);
    const WeightSlots slots = weight_slots(weights);
    const WeightTable table(slots.displacements, slots.slots);
    for (const Weight& weight : weights) ASSERT_EQ(table[weight.key], weight.steps) << count;
  }
}

TEST(WeightTable, WeighsOtherFeaturesNothing) {
  const std::vector<Weight> weights = random_weights(10000);
  const WeightSlots slots = weight_slots(weights);
  const WeightTable table(slots.displacements, slots.slots);
  std::mt19937_64 random(7);
  int found = 0;
  for (int i = 0; i < 1000000; ++i) found += table[random()] != 0 ? 1 : 0;
  // One in 16 million is taken for another.
  EXPECT_LE(found, 2);
}

TEST(WeightTable, RefusesEqualKeys) {
  const std::vector<Weight> weights{{42, 1}, {43, 2}, {42, 3}};
  EXPECT_THROW(weight_slots(weights), std::invalid_argument);
}

}  // namespace
}  // namespace sorani::transliterate::g2p
