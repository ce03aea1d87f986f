// The fast path of the tokenizer: bit-parallel, in the manner of simdjson. Compiled for each instruction set; the best
// one is chosen at run time.
//
// A block is 64 bytes of text that begins between tokens.
//
//  1. classify: SIMD byte shuffles look every byte up in the sets of `BlockTables`; the results are packed into 64-bit
//     masks, one bit per byte (`Bits`). A character is marked at its first byte.
//  2. find_tokens: shifts and logical operations on the masks give the bytes inside words, the first byte of each token
//     and the byte after each token, and the first byte that the fast path does not handle (`limit`): characters
//     outside the repertoire, marks without a base, runs of punctuation, a full stop that may belong to an
//     abbreviation.
//  3. emit: iterating over the set bits gives the tokens (`read_in_blocks`), or the places where a space is inserted or
//     dropped while the bytes between are copied (`write_in_blocks`).
//
// The next block begins at the last token that touches the end of this one, so no token spans two blocks; a token
// longer than a block, and all that stops the fast path, is left to the scanner (scanner.hpp), which goes on to the
// next space.
//
// Invariant: the tokens are those of the scanner. It holds because a character is handled here only where its class
// alone decides, and tests/property/tokenize compares the two on random text for every instruction set.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "tokenize/fast_path/blocks.cpp"
#include <hwy/foreach_target.h>  // IWYU pragma: keep
//
#include <hwy/highway.h>

#include <array>
#include <bit>
#include <cstring>

#include "base/instruction_sets.hpp"
#include "tokenize/fast_path/blocks.hpp"

HWY_BEFORE_NAMESPACE();
namespace sorani::tokenize::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

#if HWY_TARGET == HWY_SCALAR

// Without byte shuffles there is no fast path: the scanner does everything.
std::size_t read_in_blocks(const BlockTables&, std::string_view, std::size_t&, std::span<Token>) { return 0; }

WriteProgress write_in_blocks(const BlockTables&, std::string_view, WriteProgress from, char*, std::size_t, char,
                              char) {
  return from;
}

#else

constexpr std::size_t kBlock = 64;
/// Bytes that may be read from the start of a block: `classify` looks two bytes past its end, and any part of a block
/// is copied by a move of `kBlock` bytes.
constexpr std::size_t kBlockReadBytes = 2 * kBlock + 2;
using Tag = hn::CappedTag<std::uint8_t, kBlock>;
using Bytes = hn::Vec<Tag>;

Bytes row(const std::array<std::uint8_t, 16>& bytes) { return hn::LoadDup128(Tag(), bytes.data()); }

/// Stores a vector mask as bits of a 64-bit mask, from bit `at` on.
template <typename Mask>
void append_mask(Mask mask, std::size_t at, std::uint64_t& bits) {
  std::uint8_t bytes[8] = {};
  hn::StoreMaskBits(Tag(), mask, bytes);
  std::uint64_t part = 0;
  std::memcpy(&part, bytes, hn::Lanes(Tag()) / 8);
  bits |= part << at;
}

/// For each byte of a vector, where in a `BlockSet` the character that begins there is looked up; arbitrary at bytes
/// where no character of the repertoire begins.
struct SetIndex {
  Bytes column;         // index into a row of the set
  Bytes row_bit;        // bit within that byte
  hn::Mask<Tag> upper;  // U+0680..06FF
  hn::Mask<Tag> ascii;
};

auto in_set(const BlockSet& set, const SetIndex& index) {
  const Bytes lower = hn::TableLookupBytes(row(set.rows[0]), index.column);
  const Bytes upper = hn::TableLookupBytes(row(set.rows[1]), index.column);
  const Bytes ascii = hn::TableLookupBytes(row(set.rows[2]), index.column);
  const Bytes found = hn::IfThenElse(index.ascii, ascii, hn::IfThenElse(index.upper, upper, lower));
  return hn::TestBit(found, index.row_bit);
}

/// One bit for each of the 64 bytes of a block. Characters are marked at their first byte.
struct Bits {
  std::uint64_t two = 0;                      // two bytes: U+0600..06FF
  std::uint64_t ascii = 0;                    // one byte: ASCII
  std::array<std::uint64_t, 3> class_bits{};  // of the `BlockClass`; arbitrary where no such character begins
  std::uint64_t stop = 0;                     // full stop
  std::uint64_t angle = 0;                    // « or »
  std::uint64_t joiner = 0;                   // zero width non-joiner or joiner
  std::uint64_t space = 0;
  std::uint64_t line_end = 0;
};

/// Reads `in[0]` to `in[65]`.
void classify(const BlockTables& tables, const std::uint8_t* in, std::uint8_t line_end, Bits& bits) {
  const Tag d;
  const std::array<std::uint8_t, 16> powers{1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  for (std::size_t at = 0; at < kBlock; at += hn::Lanes(d)) {
    const Bytes here = hn::LoadU(d, in + at);
    const Bytes next = hn::LoadU(d, in + at + 1);
    const Bytes after = hn::LoadU(d, in + at + 2);
    const auto ascii = hn::Lt(here, hn::Set(d, 0x80));
    const auto lead = hn::Eq(hn::And(here, hn::Set(d, 0xFC)), hn::Set(d, 0xD8));
    const auto next_is_tail = hn::Eq(hn::And(next, hn::Set(d, 0xC0)), hn::Set(d, 0x80));

    // Row of an Arabic character: two bits of the lead byte and two of the trail byte; of ASCII: the upper three bits.
    const Bytes tail_high = hn::And(hn::ShiftRight<4>(next), hn::Set(d, 3));
    const Bytes arabic_row = hn::Or(hn::And(hn::ShiftLeft<2>(here), hn::Set(d, 12)), tail_high);
    const Bytes row_number = hn::IfThenElse(ascii, hn::ShiftRight<4>(here), arabic_row);
    const SetIndex index{hn::And(hn::IfThenElse(ascii, here, next), hn::Set(d, 15)),
                         hn::TableLookupBytes(row(powers), row_number), hn::TestBit(row_number, hn::Set(d, 8)), ascii};

    append_mask(hn::And(lead, next_is_tail), at, bits.two);
    append_mask(ascii, at, bits.ascii);
    for (std::size_t bit = 0; bit < bits.class_bits.size(); ++bit) {
      append_mask(in_set(tables.class_bits[bit], index), at, bits.class_bits[bit]);
    }
    append_mask(hn::Eq(here, hn::Set(d, '.')), at, bits.stop);
    append_mask(hn::Eq(here, hn::Set(d, ' ')), at, bits.space);
    append_mask(hn::Eq(here, hn::Set(d, line_end)), at, bits.line_end);
    const auto angle = hn::Or(hn::Eq(next, hn::Set(d, 0xAB)), hn::Eq(next, hn::Set(d, 0xBB)));
    append_mask(hn::And(hn::Eq(here, hn::Set(d, 0xC2)), angle), at, bits.angle);
    const auto joiner =
        hn::And(hn::Eq(next, hn::Set(d, 0x80)), hn::Eq(hn::And(after, hn::Set(d, 0xFE)), hn::Set(d, 0x8C)));
    append_mask(hn::And(hn::Eq(here, hn::Set(d, 0xE2)), joiner), at, bits.joiner);
  }
}

std::uint64_t members_of(const Bits& bits, BlockClass c) {
  std::uint64_t found = ~std::uint64_t{0};
  for (std::size_t bit = 0; bit < bits.class_bits.size(); ++bit) {
    const bool is_set = (static_cast<unsigned>(c) >> bit & 1) != 0;
    found &= is_set ? bits.class_bits[bit] : ~bits.class_bits[bit];
  }
  return found;
}

/// The tokens of a block: bits at their first bytes and at the bytes after them. Both come in pairs, but for the last
/// token, whose end may be outside the block.
struct BlockTokens {
  std::uint64_t starts = 0;
  std::uint64_t ends = 0;
  std::uint64_t letters = 0;
  std::uint64_t words = 0;  // bytes of words and numbers
  std::uint64_t blank = 0;  // spaces and line ends
  std::uint64_t line_end = 0;
  std::size_t complete = 0;  // number of tokens that end before `limit`
  std::size_t limit = 0;     // offset of the first byte left to the scanner, at most 64
  std::size_t next = 0;      // offset of the incomplete last token, else `limit`: where the next block begins
};

std::uint64_t below(std::size_t bit) { return bit >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << bit) - 1; }

/// True if a word has fewer than two letters, tatweels not counted: it may be an initial.
bool is_one_letter(const BlockTables& tables, std::uint64_t letters, const std::uint8_t* bytes) {
  int count = 0;
  for (; letters != 0; letters &= letters - 1) {
    const std::uint8_t* const letter = bytes + std::countr_zero(letters);
    if (letter[0] != tables.tatweel[0] || letter[1] != tables.tatweel[1]) ++count;
  }
  return count < 2;
}

/// True if the word from `begin` to `end` has the first and the last letter of abbreviations of its length.
bool matches_edges(const BlockTables::EdgeLetters& edges, const std::uint8_t* begin, const std::uint8_t* end) {
  const std::uint8_t first = *begin < 0x80 ? begin[0] : begin[1];
  return (edges.first >> (first & 63) & edges.last >> (end[-1] & 63) & 1) != 0;
}

/// The full stops that are tokens of their own for sure: before a space, and after a digit or a word that cannot be an
/// abbreviation or initial.
std::uint64_t full_stops(const BlockTables& tables, const Bits& b, std::uint64_t words, std::uint64_t letters,
                         std::uint64_t digits, std::uint64_t before_blank, const std::uint8_t* bytes) {
  std::uint64_t found = 0;
  for (std::uint64_t left = b.stop & words << 1 & before_blank; left != 0; left &= left - 1) {
    const auto stop = static_cast<std::size_t>(std::countr_zero(left));
    // A block begins between tokens, so the start of the word is inside it.
    const std::uint64_t others = ~words & below(stop);
    const std::size_t length = stop - (64 - static_cast<std::size_t>(std::countl_zero(others)));
    const std::uint64_t word = below(stop) & ~below(stop - length);
    const bool may_be_initial =
        length <= kMaxAbbreviationBytes && (digits & word) == 0 && is_one_letter(tables, letters & word, bytes);
    const bool may_be_abbreviation = length <= kMaxAbbreviationBytes &&
                                     matches_edges(tables.abbreviations[length], bytes + stop - length, bytes + stop);
    if (!may_be_initial && !may_be_abbreviation) found |= std::uint64_t{1} << stop;
  }
  return found;
}

BlockTokens find_tokens(const BlockTables& tables, const std::uint8_t* bytes, std::size_t size, const Bits& b) {
  const std::uint64_t starts = b.two | b.ascii;
  const std::uint64_t letters = members_of(b, BlockClass::letter) & starts;
  const std::uint64_t digits = members_of(b, BlockClass::digit) & starts;
  const std::uint64_t marks = members_of(b, BlockClass::mark) & starts;
  const std::uint64_t two_in_word = b.two & (letters | digits | marks);
  const std::uint64_t words = letters | digits | marks | two_in_word << 1 | b.joiner | b.joiner << 1 | b.joiner << 2;
  // Left to the scanner: marks and joiners without a base before them.
  std::uint64_t unhandled = (marks | b.joiner) & ~(words << 1);

  const std::uint64_t blank = b.space | b.line_end;
  const std::uint64_t before_blank = blank >> 1;
  // Also: adjacent repeatable signs, which may be one token.
  const std::uint64_t repeatable = members_of(b, BlockClass::repeatable) & starts;
  unhandled |= repeatable & ((repeatable & b.ascii) << 1 | (repeatable & b.two) << 2);
  const std::uint64_t signs = (members_of(b, BlockClass::standalone) & starts) | repeatable | b.angle |
                              (members_of(b, BlockClass::before_space) & b.ascii & before_blank) |
                              full_stops(tables, b, words, letters, digits, before_blank, bytes);
  const std::uint64_t long_signs = (signs & b.two) | b.angle;
  const std::uint64_t short_signs = signs & ~long_signs;

  unhandled |= ~(words | signs | long_signs << 1 | blank) | ~below(size);
  BlockTokens t;
  t.limit = static_cast<std::size_t>(std::countr_zero(unhandled));
  t.letters = letters;
  t.words = words;
  t.blank = blank;
  t.line_end = b.line_end;
  t.starts = ((words & ~(words << 1)) | signs) & below(t.limit);
  t.ends = ((~words & words << 1) | short_signs << 1 | long_signs << 2) & below(t.limit);
  t.complete = static_cast<std::size_t>(std::popcount(t.ends));
  t.next = t.limit;
  // The last token reaches the limit or the end of the block, and may be longer.
  if (static_cast<std::size_t>(std::popcount(t.starts)) > t.complete) {
    t.next = 63 - static_cast<std::size_t>(std::countl_zero(t.starts));
  }
  return t;
}

/// A block of the text: in place, or, near the end of the text, a copy padded with zeros.
struct Block {
  const std::uint8_t* bytes;
  std::uint8_t copy[kBlockReadBytes];

  Block(std::string_view text, std::size_t at) {
    const std::size_t left = text.size() - at;
    if (left >= kBlockReadBytes) {
      bytes = reinterpret_cast<const std::uint8_t*>(text.data() + at);
    } else {
      std::memcpy(copy, text.data() + at, left);
      std::memset(copy + left, 0, kBlockReadBytes - left);
      bytes = copy;
    }
  }
};

std::size_t read_in_blocks(const BlockTables& tables, std::string_view text, std::size_t& at, std::span<Token> out) {
  std::size_t count = 0;
  while (at < text.size()) {
    const Block block(text, at);
    Bits bits;
    classify(tables, block.bytes, '\n', bits);
    BlockTokens t = find_tokens(tables, block.bytes, text.size() - at, bits);
    if (out.size() - count < t.complete) {
      if (count > 0) return count;
      t.complete = out.size();
      // Less room than the tokens of one block: the next call classifies the rest of the block again.
      std::uint64_t ends = t.ends;
      for (std::size_t i = 1; i < t.complete; ++i) ends &= ends - 1;
      t.next = static_cast<std::size_t>(std::countr_zero(ends));
      t.limit = 0;
    }
    for (std::size_t i = 0; i < t.complete; ++i) {
      const auto start = static_cast<std::size_t>(std::countr_zero(t.starts));
      const auto end = static_cast<std::size_t>(std::countr_zero(t.ends));
      // Branch-free: the kind of the next token is unpredictable.
      constexpr std::array<TokenKind, 4> kKinds{TokenKind::punctuation, TokenKind::punctuation, TokenKind::number,
                                                TokenKind::word};
      const std::size_t in_word = t.words >> start & 1;
      const std::size_t has_letter = (t.letters >> start & below(end - start)) != 0 ? 1 : 0;
      out[count++] = {{text.data() + at + start, end - start}, kKinds[2 * in_word + has_letter], at + start};
      t.starts &= t.starts - 1;
      t.ends &= t.ends - 1;
    }
    at += t.next;
    if (t.limit < kBlock || t.next == 0) break;
  }
  return count;
}

WriteProgress write_in_blocks(const BlockTables& tables, std::string_view text, WriteProgress from, char* out,
                              std::size_t capacity, char before, char line_end) {
  auto [at, size] = from;
  while (at < text.size() && capacity - size >= kMaxBlockOutput) {
    const Block block(text, at);
    Bits bits;
    classify(tables, block.bytes, static_cast<std::uint8_t>(line_end), bits);
    const BlockTokens t = find_tokens(tables, block.bytes, text.size() - at, bits);
    const bool open = before != ' ' && before != line_end;  // a token ends right before the block
    const std::uint64_t after_blank = t.blank << 1 | (open ? 0 : 1);
    const std::uint64_t insert = t.starts & ~after_blank & below(t.next);
    const std::uint64_t spaces = t.blank & ~t.line_end;
    const std::uint64_t drop = spaces & after_blank & below(t.next);
    const std::uint64_t after_space = spaces << 1 | (before == ' ' ? 1 : 0);
    const std::uint64_t trim = t.line_end & after_space & below(t.next);

    std::size_t done = 0;
    for (std::uint64_t events = insert | drop | trim; events != 0; events &= events - 1) {
      const auto event = static_cast<std::size_t>(std::countr_zero(events));
      std::memcpy(out + size, block.bytes + done, kBlock);
      size += event - done;
      done = event;
      if ((insert >> event & 1) != 0) {
        out[size++] = ' ';
      } else if ((drop >> event & 1) != 0) {
        ++done;
      } else if (size > 0 && out[size - 1] == ' ') {
        --size;
      }
    }
    std::memcpy(out + size, block.bytes + done, kBlock);
    size += t.next - done;
    at += t.next;
    if (size > from.size) before = out[size - 1];
    if (t.limit < kBlock || t.next == 0) break;
  }
  return {at, size};
}

#endif

}  // namespace sorani::tokenize::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace sorani::tokenize {

std::size_t read_blocks(const BlockTables& tables, std::string_view text, std::size_t& at,
                        std::span<Token> out) noexcept {
  return SORANI_BEST_OF(read_in_blocks)(tables, text, at, out);
}

WriteProgress write_blocks(const BlockTables& tables, std::string_view text, WriteProgress from, char* out,
                           std::size_t capacity, char before, char line_end) noexcept {
  return SORANI_BEST_OF(write_in_blocks)(tables, text, from, out, capacity, before, line_end);
}

}  // namespace sorani::tokenize
#endif
