#include "unicode/ascii_finder.hpp"

#include <array>
#include <cstring>

namespace sorani::utf8 {
namespace {

/// One bit for each of eight bytes, the lowest for the first, set if its upper bit is.
std::uint64_t upper_bits(const char* bytes) noexcept {
  std::uint64_t all = 0;
  std::memcpy(&all, bytes, sizeof all);
  if constexpr (std::endian::native == std::endian::big) all = __builtin_bswap64(all);
  // The product gathers the bits in its highest byte.
  constexpr std::uint64_t kLowest = 0x0101010101010101, kGather = 0x0102040810204080;
  return (all >> 7 & kLowest) * kGather >> 56;
}

}  // namespace

void AsciiFinder::look_at(std::size_t block) noexcept {
  block_ = block;
  std::array<char, kBlock> last{};
  const char* bytes = text_.data() + block;
  if (text_.size() - block < kBlock) {
    std::memcpy(last.data(), bytes, text_.size() - block);
    bytes = last.data();
  }
  bits_ = 0;
  for (std::size_t at = 0; at < kBlock; at += 8) bits_ |= upper_bits(bytes + at) << at;
  bits_ = ~bits_;
}

}  // namespace sorani::utf8
