#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <sorani/tokenizer.hpp>
#include <span>
#include <string_view>

#include "tokenize/word_lists.hpp"

/// The fast path: tokenizes ordinary words and punctuation, 64 bytes at a time. blocks.cpp tells how.
namespace sorani::tokenize {

/// A set of characters of the repertoire of the fast path: ASCII and U+0600..06FF. Laid out for byte shuffles:
/// character `c` is in the set if bit `g % 8` of `rows[g / 8][c % 16]` is set, where `g` numbers the rows of 16
/// characters of the code charts: 0 to 15 for U+0600..06FF, 16 to 23 for ASCII.
struct alignas(16) BlockSet {
  std::array<std::array<std::uint8_t, 16>, 3> rows{};
};

/// The equivalence classes of characters on the fast path. A class has three bits, so three set look-ups give it.
enum class BlockClass : std::uint8_t {
  other = 0,  ///< left to the scanner
  letter = 1,
  digit = 2,         ///< part of words, as letters are; empty under `split_digits`
  mark = 3,          ///< follows a letter, a digit or another mark; anywhere else left to the scanner
  standalone = 4,    ///< punctuation that is always one token, also beside another of its kind
  repeatable = 5,    ///< punctuation that is one token unless another of this class is adjacent (!!! ?!)
  before_space = 6,  ///< punctuation that is one token if a space or line end follows
};

/// The tables of the fast path, for one set of options.
struct BlockTables {
  /// `class_bits[i]`: the characters whose class has bit `i`.
  std::array<BlockSet, 3> class_bits;
  /// The UTF-8 bytes of tatweel, which does not count as a letter of a word.
  std::array<std::uint8_t, 2> tatweel{};
  /// The first and last letters of abbreviations, as bit sets over the low six bits of the code point. A filter with
  /// false positives only: a word that passes is left to the scanner, which looks it up.
  struct EdgeLetters {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
  };
  /// Indexed by the length of the word in bytes. Longer words are no abbreviations.
  std::array<EdgeLetters, kMaxAbbreviationBytes + 1> abbreviations{};
};

/// The tables for the options; built from the traits and word lists on first use.
const BlockTables& block_tables(const TokenizerOptions& options);

/// Reads tokens from `at` on into `out`, up to the first one that is left to `scan_token` or to the end of `out`, and
/// moves `at` there. `at` must be between tokens. Returns the number of tokens read.
std::size_t read_blocks(const BlockTables& tables, std::string_view text, std::size_t& at,
                        std::span<Token> out) noexcept;

/// How far `write_blocks` has come.
struct WriteProgress {
  std::size_t at;    ///< offset in the text
  std::size_t size;  ///< bytes of output
};

/// As `read_blocks`, but appends the tokens to the `from.size` bytes in `out`, with one space before each token that is
/// not the first of its line. A space may be left over at the end. Stops also when fewer than `kMaxBlockOutput` bytes
/// are left of `capacity`. `before` is the last byte written, or the line end if nothing has been.
WriteProgress write_blocks(const BlockTables& tables, std::string_view text, WriteProgress from, char* out,
                           std::size_t capacity, char before, char line_end) noexcept;

/// Upper bound on what `write_blocks` writes for one block of 64 bytes, the slack of its copies of fixed size included.
inline constexpr std::size_t kMaxBlockOutput = 256;

}  // namespace sorani::tokenize
