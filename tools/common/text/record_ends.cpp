#include "common/text/record_ends.hpp"

#include <algorithm>
#include <cstring>

namespace ku {
namespace {

const char* last(std::string_view text, char byte) {
  return static_cast<const char*>(::memrchr(text.data(), byte, text.size()));
}

}  // namespace

// 64 one-byte counters, which the compiler vectorizes; summed after 255 rounds, before they overflow.
std::uint64_t count_byte(std::string_view text, char byte) {
  constexpr std::size_t kLanes = 64;
  constexpr std::size_t kRounds = 255;
  std::uint64_t total = 0;
  const char* at = text.data();
  std::size_t left = text.size();
  while (left >= kLanes) {
    const std::size_t rounds = std::min(left / kLanes, kRounds);
    std::uint8_t counters[kLanes] = {};
    for (std::size_t round = 0; round < rounds; ++round) {
      for (std::size_t lane = 0; lane < kLanes; ++lane) {
        counters[lane] = static_cast<std::uint8_t>(counters[lane] + (at[lane] == byte ? 1 : 0));
      }
      at += kLanes;
    }
    for (const std::uint8_t counter : counters) total += counter;
    left -= rounds * kLanes;
  }
  return total + static_cast<std::uint64_t>(std::count(at, at + left, byte));
}

std::size_t end_of_last_record(std::string_view text, char terminator) {
  const char* const found = text.empty() ? nullptr : last(text, terminator);
  return found == nullptr ? 0 : static_cast<std::size_t>(found - text.data()) + 1;
}

}  // namespace ku
