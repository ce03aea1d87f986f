#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "normalize/fast_path/scan_data.hpp"

namespace sorani::normalize {

using TableSymbolSet = std::bitset<ScanData::kTableSymbols>;

/// Covers each of at most eight sets by products and gives it their bits. If more than eight products would be needed,
/// some are merged, which adds symbols to their set: the rarest ones, `costs` being their frequencies; those in
/// `ignored` cost nothing.
std::pair<NibbleSets, std::vector<std::uint8_t>> cover(std::span<const TableSymbolSet> sets,
                                                       const TableSymbolSet& ignored,
                                                       const std::array<double, ScanData::kTableSymbols>& costs);

}  // namespace sorani::normalize
