// Computes a mask of 64 bytes at a time, whose changes from 0 to 1 and back are the edges of tokens, as simdjson finds
// the structural characters of JSON. There is no branch for each byte.

#include "identify/token_finder.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "base/memory.hpp"
#include "base/swar.hpp"

namespace sorani::identify {
namespace {

/// The high bits of the bytes that belong to tokens.
std::uint64_t token_bytes(std::uint64_t bytes) {
  const std::uint64_t low = (bytes | base::repeat_byte(0x20)) & ~base::kHighBitOfEachByte;
  const std::uint64_t from_a = low + base::repeat_byte(0x80 - 'a');
  const std::uint64_t past_z = low + base::repeat_byte(0x80 - 'z' - 1);
  return (from_a & ~past_z) | bytes;
}

}  // namespace

std::uint64_t TokenFinder::token_bits() const noexcept {
  std::array<char, kBlock> last;
  const char* from = text_.data() + at_;
  if (text_.size() - at_ < kBlock) {
    last.fill(' ');
    std::memcpy(last.data(), from, text_.size() - at_);
    from = last.data();
  }
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < kBlock; i += 8) {
    bits |= base::gather_high_bits(token_bytes(base::to_little_endian(base::load64(from + i)))) << i;
  }
  return bits;
}

std::size_t TokenFinder::next(std::span<TokenBounds> tokens) noexcept {
  std::size_t count = 0;
  while (at_ < text_.size() && count + kMaxTokensOfBlock <= tokens.size()) {
    const std::uint64_t bits = token_bits();
    std::uint64_t edges = bits ^ (bits << 1 | (is_in_token_ ? 1 : 0));
    const auto take_edge = [&] {
      const auto edge = at_ + static_cast<std::size_t>(std::countr_zero(edges));
      edges &= edges - 1;
      return edge;
    };
    if (is_in_token_ && edges != 0) {
      tokens[count++] = {begin_, take_edge()};
      is_in_token_ = false;
    }
    while (edges != 0) {
      begin_ = take_edge();
      if (edges == 0) {
        is_in_token_ = true;
        break;
      }
      tokens[count++] = {begin_, take_edge()};
    }
    at_ += kBlock;
  }
  if (at_ >= text_.size() && is_in_token_ && count < tokens.size()) {
    tokens[count++] = {begin_, text_.size()};
    is_in_token_ = false;
  }
  return count;
}

}  // namespace sorani::identify
