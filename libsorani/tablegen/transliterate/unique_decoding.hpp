#pragma once

#include <string>
#include <vector>

namespace tablegen {

/// True if no text has two segmentations into `codes`: the algorithm of Sardinas and Patterson (1953). The codes must
/// be distinct and not empty.
bool is_uniquely_decodable(const std::vector<std::string>& codes);

}  // namespace tablegen
