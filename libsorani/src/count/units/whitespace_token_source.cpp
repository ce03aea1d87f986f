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

constexpr std::size_t kBlockBytes = 64;

/// The bit mask of the bytes b of a block with (b ^ mask) <= limit.
std::uint64_t matching_bytes(const char* block, char mask, unsigned char limit) {
  std::uint64_t found = 0;
  for (std::size_t at = 0; at < kBlockBytes; at += 8) {
    const std::uint64_t bytes = base::to_little_endian(base::load64(block + at));
    const std::uint64_t masked = bytes ^ base::repeat_byte(static_cast<unsigned char>(mask));
    found |= base::gather_high_bits(base::bytes_at_most(masked, limit)) << at;
  }
  return found;
}

}  // namespace

void WhitespaceTokenSource::begin(std::string_view text, bool starts_line) {
  TextSource::begin(text, starts_line);
  block_ = 0;
  boundaries_ = line_ends_ = 0;
  is_inside_ = false;
  if (!text.empty()) read_block();
}

void WhitespaceTokenSource::read_block() {
  const char* bytes = text_.data() + block_;
  std::array<char, kBlockBytes> copy;
  if (text_.size() - block_ < kBlockBytes) {
    copy.fill(' ');
    std::memcpy(copy.data(), bytes, text_.size() - block_);
    bytes = copy.data();
  }
  const std::uint64_t separators = matching_bytes(bytes, '\0', kLastSeparator);
  boundaries_ = separators ^ (separators << 1 | (is_inside_ ? 0 : 1));
  if (with_line_starts_) line_ends_ = matching_bytes(bytes, line_end_, 0);
}

/// Consumes the line ends among the bytes of `bits`: if there is one, the next token starts a line.
void WhitespaceTokenSource::consume_line_ends(std::uint64_t bits) {
  if ((line_ends_ & bits) == 0) return;
  is_first_ = true;
  line_ends_ &= ~bits;
}

bool WhitespaceTokenSource::next(Batch& batch) {
  batch.size = batch.bytes = 0;
  const auto add = [&](std::size_t end) {
    batch.add(text_.substr(at_, end - at_), readable(text_.data() + at_), std::exchange(is_first_, false));
    is_inside_ = false;
  };
  while (block_ < text_.size()) {
    for (; boundaries_ != 0; boundaries_ &= boundaries_ - 1) {
      const auto bit = static_cast<std::size_t>(std::countr_zero(boundaries_));
      if (is_inside_) {
        add(block_ + bit);
        continue;
      }
      if (batch.size == Batch::kSize) return true;
      consume_line_ends((std::uint64_t{1} << bit) - 1);
      at_ = block_ + bit;
      is_inside_ = true;
    }
    consume_line_ends(~std::uint64_t{0});
    block_ += kBlockBytes;
    if (block_ < text_.size()) read_block();
  }
  if (is_inside_) add(text_.size());
  return batch.size != 0;
}

}  // namespace sorani::count
