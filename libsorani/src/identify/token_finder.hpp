#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace sorani::identify {

/// Where a token is in a text.
struct TokenBounds {
  std::size_t begin;
  std::size_t end;
};

/// Finds the tokens of a text: the longest runs of ASCII letters and non-ASCII bytes.
class TokenFinder {
 public:
  explicit TokenFinder(std::string_view text) noexcept : text_(text) {}

  /// The most tokens that one block of the text can add.
  static constexpr std::size_t kMaxTokensOfBlock = 33;

  /// Fills `tokens`, of room for more than `kMaxTokensOfBlock`, and returns how many there are: 0 at the end of the
  /// text only.
  std::size_t next(std::span<TokenBounds> tokens) noexcept;

 private:
  static constexpr std::size_t kBlock = 64;

  /// Bit i: byte i of the block is one of a token.
  std::uint64_t token_bits() const noexcept;

  std::string_view text_;
  std::size_t at_ = 0;     // where the next block begins
  std::size_t begin_ = 0;  // of the token that goes on in the next block
  bool is_in_token_ = false;
};

}  // namespace sorani::identify
