#include "two_stage.hpp"

namespace tablegen {

TwoStage two_stage(const std::vector<std::uint16_t>& values) {
  TwoStage table;
  Palette<std::vector<std::uint16_t>> blocks;
  for (auto at = values.begin(); at != values.end(); at += kBlockSize) {
    table.block.push_back(blocks.number({at, at + kBlockSize}));
  }
  for (const auto& block : blocks.records()) table.index.insert(table.index.end(), block.begin(), block.end());
  return table;
}

}  // namespace tablegen
