#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace lid_trainer {

/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers on every machine, unlike the distributions of <random>.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t value = state_ += 0x9E3779B97F4A7C15;
    value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9;
    value = (value ^ value >> 27) * 0x94D049BB133111EB;
    return value ^ value >> 31;
  }
  /// A number below `limit`.
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(next() % limit); }
  /// True in `percent` of a hundred cases.
  bool chance(std::size_t percent) { return below(100) < percent; }

  template <typename T>
  void shuffle(std::vector<T>& items) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
  }

 private:
  std::uint64_t state_;
};

}  // namespace lid_trainer
