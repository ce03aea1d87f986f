#include "two_stage.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace tablegen {
namespace {

TEST(TwoStage, GivesEveryValueBackAndSharesEqualBlocks) {
  std::vector<std::uint16_t> values(20 * kBlockSize);
  for (std::size_t i = 0; i < values.size(); ++i) {
    values[i] = static_cast<std::uint16_t>(i / kBlockSize % 2 == 0 ? 7 : i % kBlockSize * 3);
  }
  values.back() = 0xFFFF;
  const TwoStage table = two_stage(values);
  EXPECT_EQ(table.index.size(), 3 * kBlockSize);
  ASSERT_EQ(table.block.size(), 20u);
  for (std::size_t i = 0; i < values.size(); ++i) {
    ASSERT_EQ(table.index[table.block[i / kBlockSize] * kBlockSize + i % kBlockSize], values[i]) << i;
  }
}

TEST(Palette, NumbersRecordsInTheOrderTheyAreSeen) {
  Palette<std::string> palette;
  EXPECT_EQ(palette.number("b"), 0);
  EXPECT_EQ(palette.number("a"), 1);
  EXPECT_EQ(palette.number("b"), 0);
  EXPECT_EQ(palette.records(), (std::vector<std::string>{"b", "a"}));
}

}  // namespace
}  // namespace tablegen
