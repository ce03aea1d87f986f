#include "count/units/whitespace_token_source.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <utility>

#include "base/memory.hpp"
#include "base/swar.hpp"

namespace sorani::count {
namespace {

constexpr std::size_t kBlock = 64;

/// A bit for each byte of a block that is at most `limit` after an exclusive or with `mask`.
std::uint64_t find(const char* block, char mask, unsigned char limit) {
  std::uint64_t found = 0;
  for (std::size_t at = 0; at < kBlock; at += 8) {
    const std::uint64_t bytes = base::to_little_endian(base::load64(block + at));
    const std::uint64_t masked = bytes ^ base::repeat_byte(static_cast<unsigned char>(mask));
    found |= base::gather_high_bits(base::bytes_at_most(masked, limit)) << at;
  }
  return found;
}

}  // namespace

void CutTextSource::begin(std::string_view text, bool starts_line) {
  TextSource::begin(text, starts_line);
  block_ = 0;
  edges_ = line_ends_ = 0;
  is_inside_ = false;
  if (!text.empty()) read_block();
}

void CutTextSource::read_block() {
  const char* bytes = text_.data() + block_;
  std::array<char, kBlock> copy;
  if (text_.size() - block_ < kBlock) {
    copy.fill(' ');
    std::memcpy(copy.data(), bytes, text_.size() - block_);
    bytes = copy.data();
  }
  const std::uint64_t separators = find(bytes, '\0', kLastSeparator);
  edges_ = separators ^ (separators << 1 | (is_inside_ ? 0 : 1));
  if (with_borders_) line_ends_ = find(bytes, line_end_, 0);
}

/// Sees the line ends among some of the bytes.
void CutTextSource::pass_line_ends(std::uint64_t bits) {
  if ((line_ends_ & bits) == 0) return;
  is_first_ = true;
  line_ends_ &= ~bits;
}

bool CutTextSource::next(Batch& batch) {
  batch.size = batch.bytes = 0;
  const auto add = [&](std::size_t end) {
    batch.add(text_.substr(at_, end - at_), readable(text_.data() + at_), std::exchange(is_first_, false));
    is_inside_ = false;
  };
  while (block_ < text_.size()) {
    for (; edges_ != 0; edges_ &= edges_ - 1) {
      const auto bit = static_cast<std::size_t>(std::countr_zero(edges_));
      if (is_inside_) {
        add(block_ + bit);
        continue;
      }
      if (batch.size == Batch::kSize) return true;
      pass_line_ends((std::uint64_t{1} << bit) - 1);
      at_ = block_ + bit;
      is_inside_ = true;
    }
    pass_line_ends(~std::uint64_t{0});
    block_ += kBlock;
    if (block_ < text_.size()) read_block();
  }
  if (is_inside_) add(text_.size());
  return batch.size != 0;
}

}  // namespace sorani::count
