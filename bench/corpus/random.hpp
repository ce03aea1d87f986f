#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <vector>

namespace corpus {

/// A small, fast generator of random numbers (SplitMix64): the same numbers from a seed on every machine, which the
/// distributions of the standard library do not promise.
class Random {
 public:
  explicit constexpr Random(std::uint64_t seed) noexcept : state_(seed) {}

  constexpr std::uint64_t next() noexcept {
    state_ += 0x9e3779b97f4a7c15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
  }

  /// A number in [0, bound); `bound` is at most 2^32.
  constexpr std::uint64_t below(std::uint64_t bound) noexcept { return ((next() >> 32U) * bound) >> 32U; }

  /// A number in [0, 1).
  constexpr double unit() noexcept { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }

  constexpr bool chance(double p) noexcept { return unit() < p; }

  /// A number from the normal distribution with mean 0 and variance 1 (Box-Muller).
  double normal() noexcept {
    constexpr double kTwoPi = 6.283185307179586;
    return std::sqrt(-2 * std::log(1 - unit())) * std::cos(kTwoPi * unit());
  }

 private:
  std::uint64_t state_;
};

/// A seed of its own for the `n`th of many things.
constexpr std::uint64_t mix(std::uint64_t seed, std::uint64_t n) noexcept {
  return Random(seed ^ (n * 0xd1342543de82ef95U)).next();
}

/// Draws indexes with given weights in constant time (Walker's alias method).
class WeightedChoice {
 public:
  WeightedChoice() = default;
  explicit WeightedChoice(std::span<const double> weights);

  std::size_t operator()(Random& random) const noexcept {
    const std::uint64_t bits = random.next();
    const auto& slot = slots_[static_cast<std::size_t>(((bits >> 32U) * slots_.size()) >> 32U)];
    const bool keep = (bits & 0xffffffffU) < slot.threshold;
    return keep ? static_cast<std::size_t>(&slot - slots_.data()) : slot.alias;
  }

 private:
  struct Slot {
    std::uint64_t threshold = std::uint64_t{1} << 32U;
    std::uint32_t alias = 0;
  };
  std::vector<Slot> slots_;
};

inline WeightedChoice::WeightedChoice(std::span<const double> weights) : slots_(weights.size()) {
  double sum = 0;
  for (const double w : weights) sum += w;
  if (weights.empty() || !(sum > 0)) throw std::invalid_argument("a choice needs weights");
  std::vector<double> share(weights.begin(), weights.end());
  std::vector<std::size_t> poor;
  std::vector<std::size_t> rich;
  for (std::size_t i = 0; i < share.size(); ++i) {
    share[i] *= static_cast<double>(share.size()) / sum;
    (share[i] < 1 ? poor : rich).push_back(i);
  }
  while (!poor.empty() && !rich.empty()) {
    const std::size_t p = poor.back();
    const std::size_t r = rich.back();
    poor.pop_back();
    slots_[p] = {static_cast<std::uint64_t>(share[p] * 0x1.0p32), static_cast<std::uint32_t>(r)};
    share[r] -= 1 - share[p];
    if (share[r] < 1) {
      rich.pop_back();
      poor.push_back(r);
    }
  }
}

}  // namespace corpus
