#include "count/cut_text_source.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <utility>

#include "count/hash.hpp"

namespace sorani::count {
namespace {

constexpr std::size_t kBlock = 64;
constexpr std::size_t kWord = 8;
constexpr std::uint64_t kLowBits = 0x0101010101010101;
constexpr std::uint64_t kHighBits = kLowBits << 7;

constexpr std::uint64_t in_each_byte(unsigned char value) { return kLowBits * value; }

/// The highest bits of eight bytes, gathered into one.
std::uint64_t gathered(std::uint64_t high_bits) { return (high_bits >> 7) * 0x0102040810204080 >> 56; }

/// The highest bit of each byte that is up to `most`, which is less than 128.
std::uint64_t bytes_up_to(std::uint64_t bytes, unsigned char most) {
  return ~(((bytes & ~kHighBits) + in_each_byte(static_cast<unsigned char>(0x7F - most))) | bytes) & kHighBits;
}

/// A bit for each byte of a block that is up to `most` once `flipped` is taken from it by exclusive or.
std::uint64_t find(const char* block, char flipped, unsigned char most) {
  std::uint64_t found = 0;
  for (std::size_t at = 0; at < kBlock; at += kWord) {
    const std::uint64_t bytes = load64(block + at) ^ in_each_byte(static_cast<unsigned char>(flipped));
    found |= gathered(bytes_up_to(bytes, most)) << at;
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
