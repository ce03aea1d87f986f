#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sorani::base {

/// Finds the ASCII characters of a text. Computes a mask of 64 bytes at a time, so calls with increasing positions are
/// the fastest.
class AsciiFinder {
 public:
  /// Sets the text, which must stay unchanged.
  void begin(std::string_view text) noexcept {
    text_ = text;
    block_ = kNone;
  }

  /// The position of the first ASCII character at or after `at`; the size of the text if there is none.
  std::size_t next(std::size_t at) noexcept {
    while (at < text_.size()) {
      const std::size_t block = at / kBlock * kBlock;
      if (block != block_) load_block(block);
      if (const std::uint64_t rest = bits_ >> at % kBlock; rest != 0) {
        return at + static_cast<std::size_t>(std::countr_zero(rest));
      }
      at = block + kBlock;
    }
    return text_.size();
  }

 private:
  static constexpr std::size_t kBlock = 64;
  static constexpr std::size_t kNone = ~std::size_t{0};

  void load_block(std::size_t block) noexcept;

  std::string_view text_;
  std::size_t block_ = kNone;  // position of the block that `bits_` belongs to
  std::uint64_t bits_ = 0;     // bit i: byte i of the block is ASCII, or past the end of the text
};

}  // namespace sorani::base
