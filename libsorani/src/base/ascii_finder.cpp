#include "base/ascii_finder.hpp"

#include <array>
#include <cstring>

#include "base/memory.hpp"
#include "base/swar.hpp"

namespace sorani::base {

void AsciiFinder::load_block(std::size_t block) noexcept {
  block_ = block;
  std::array<char, kBlock> last{};
  const char* bytes = text_.data() + block;
  if (text_.size() - block < kBlock) {
    std::memcpy(last.data(), bytes, text_.size() - block);
    bytes = last.data();
  }
  bits_ = 0;
  for (std::size_t at = 0; at < kBlock; at += 8) {
    bits_ |= gather_high_bits(to_little_endian(load64(bytes + at))) << at;
  }
  bits_ = ~bits_;
}

}  // namespace sorani::base
