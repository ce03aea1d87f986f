#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <sorani/tokenizer.hpp>
#include <span>
#include <string_view>

#include "tokenize/lists.hpp"

/// The fast path: ordinary words and signs, 64 bytes at a time.
namespace sorani::tokenize {

/// A set of the characters that the fast path knows: ASCII and U+0600..06FF. Laid out for byte shuffles: bit `g % 8` of
/// `rows[g / 8][c % 16]`, where g is the group of 16 characters, those of ASCII from 16.
struct alignas(16) BlockSet {
  std::array<std::array<std::uint8_t, 16>, 3> rows{};
};

/// What the fast path does with a character. There are three bits of it, so that three look-ups in sets tell the class.
enum class BlockClass : std::uint8_t {
  other = 0,  ///< stops the fast path
  letter = 1,
  digit = 2,         ///< stands in words as letters do; none is if digits are parted from letters
  mark = 3,          ///< must follow a letter, a digit or another mark
  alone = 4,         ///< punctuation that is always a token by itself
  run = 5,           ///< punctuation that is one unless another of these is next to it
  before_space = 6,  ///< punctuation that is one if a space or line end follows
};

/// What the fast path knows of characters and words.
struct BlockTables {
  /// The characters whose class has this bit.
  std::array<BlockSet, 3> class_bits;
  /// The two bytes of the letter that only stretches a word.
  std::array<std::uint8_t, 2> tatweel{};
  /// What the abbreviations of so many bytes begin and end in: a bit for the last six bits of the character.
  struct Ends {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
  };
  /// By the bytes of a word: could it be an abbreviation, so that a full stop belongs to it? Longer words are none.
  std::array<Ends, kLongestAbbreviation + 1> abbreviations{};
};

/// The tables, made from the traits and lists when first asked for.
const BlockTables& block_tables(const TokenizerOptions& options);

/// Reads ordinary tokens from `at` on into `out`, and moves `at` to the start of the first token or gap that it leaves
/// to scan_token. `at` must be between tokens. Returns how many were read.
std::size_t read_blocks(const BlockTables& tables, std::string_view text, std::size_t& at,
                        std::span<Token> out) noexcept;

/// How far the writer of spaced tokens has come.
struct Spaced {
  std::size_t at;    ///< in the text
  std::size_t size;  ///< of the output
};

/// As `read_blocks`, but writes the tokens to `out`, which holds `from.size` bytes, with one space before each that is
/// not the first of its line; spaces at the end of what is written may be too many by one. Stops also when less
/// than `kBlockRoom` bytes are left of `capacity`. `before` is the last byte written, or what stands for it.
Spaced write_blocks(const BlockTables& tables, std::string_view text, Spaced from, char* out, std::size_t capacity,
                    char before, char line_end) noexcept;

/// What `write_blocks` may write for one block.
inline constexpr std::size_t kBlockRoom = 256;

}  // namespace sorani::tokenize
