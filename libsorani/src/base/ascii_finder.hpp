#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sorani::base {

/// Finds the characters of ASCII in a text, quickest if it is asked from the start to the end.
class AsciiFinder {
 public:
  /// From now on, this text is meant. It must stay as it is.
  void begin(std::string_view text) noexcept {
    text_ = text;
    block_ = kNone;
  }

  /// Where the first one stands at or after `at`; the size of the text if there is none.
  std::size_t next(std::size_t at) noexcept {
    while (at < text_.size()) {
      const std::size_t block = at / kBlock * kBlock;
      if (block != block_) look_at(block);
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

  void look_at(std::size_t block) noexcept;

  std::string_view text_;
  std::size_t block_ = kNone;  // where the bytes begin that the bits stand for
  std::uint64_t bits_ = 0;     // set for ASCII, and for what would be behind the text
};

}  // namespace sorani::base
