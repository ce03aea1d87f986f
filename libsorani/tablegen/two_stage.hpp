#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <vector>

namespace tablegen {

inline constexpr std::size_t kBlockSize = 256;

/// A table over all code points: `values[c] == index[block[c / 256] * 256 + c % 256]`. Equal blocks are stored once.
struct TwoStage {
  std::vector<std::uint16_t> block;
  std::vector<std::uint16_t> index;
};

/// Compresses one value per code point.
TwoStage two_stage(const std::vector<std::uint16_t>& values);

/// Numbers distinct records from 0 in the order in which they are first seen.
template <typename Record>
class Palette {
 public:
  std::uint16_t number(const Record& record) {
    const auto [at, is_new] = numbers_.try_emplace(record, static_cast<std::uint16_t>(records_.size()));
    if (is_new) records_.push_back(record);
    return at->second;
  }
  const std::vector<Record>& records() const noexcept { return records_; }

 private:
  std::map<Record, std::uint16_t> numbers_;
  std::vector<Record> records_;
};

}  // namespace tablegen
