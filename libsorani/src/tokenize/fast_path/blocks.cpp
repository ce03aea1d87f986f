// The fast path, compiled for each instruction set and chosen when the program runs.

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

// Without byte shuffles there is no fast path.
std::size_t read_in_blocks(const BlockTables&, std::string_view, std::size_t&, std::span<Token>) { return 0; }

Spaced write_in_blocks(const BlockTables&, std::string_view, Spaced from, char*, std::size_t, char, char) {
  return from;
}

#else

constexpr std::size_t kBlock = 64;
/// Bytes that can be read from the start of a block: a piece of a block is copied as if it had this length.
constexpr std::size_t kReadable = 2 * kBlock + 2;
using Tag = hn::CappedTag<std::uint8_t, kBlock>;
using Bytes = hn::Vec<Tag>;

Bytes row(const std::array<std::uint8_t, 16>& bytes) { return hn::LoadDup128(Tag(), bytes.data()); }

/// One bit per byte of a block.
template <typename Mask>
void put_bits(Mask mask, std::size_t at, std::uint64_t& bits) {
  std::uint8_t bytes[8] = {};
  hn::StoreMaskBits(Tag(), mask, bytes);
  std::uint64_t part = 0;
  std::memcpy(&part, bytes, hn::Lanes(Tag()) / 8);
  bits |= part << at;
}

/// Where in the tables the characters that begin at each byte of a vector stand; meaningless at other bytes.
struct Cells {
  Bytes column;         // index into a row
  Bytes group_bit;      // bit within the byte there
  hn::Mask<Tag> upper;  // U+0680..06FF
  hn::Mask<Tag> ascii;
};

auto in_set(const BlockSet& set, const Cells& cells) {
  const Bytes lower = hn::TableLookupBytes(row(set.rows[0]), cells.column);
  const Bytes upper = hn::TableLookupBytes(row(set.rows[1]), cells.column);
  const Bytes ascii = hn::TableLookupBytes(row(set.rows[2]), cells.column);
  const Bytes found = hn::IfThenElse(cells.ascii, ascii, hn::IfThenElse(cells.upper, upper, lower));
  return hn::TestBit(found, cells.group_bit);
}

/// What the 64 bytes of a block are, one bit for each. Characters are shown at their first byte.
struct Bits {
  std::uint64_t two = 0;                      // a character of U+0600..06FF
  std::uint64_t ascii = 0;                    // a character of ASCII
  std::array<std::uint64_t, 3> class_bits{};  // meaningless where no character begins
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

    // Group of an Arabic character: two bits of the lead byte, two of the tail; of an ASCII one: its upper three bits.
    const Bytes tail_high = hn::And(hn::ShiftRight<4>(next), hn::Set(d, 3));
    const Bytes arabic_group = hn::Or(hn::And(hn::ShiftLeft<2>(here), hn::Set(d, 12)), tail_high);
    const Bytes group = hn::IfThenElse(ascii, hn::ShiftRight<4>(here), arabic_group);
    const Cells cells{hn::And(hn::IfThenElse(ascii, here, next), hn::Set(d, 15)),
                      hn::TableLookupBytes(row(powers), group), hn::TestBit(group, hn::Set(d, 8)), ascii};

    put_bits(hn::And(lead, next_is_tail), at, bits.two);
    put_bits(ascii, at, bits.ascii);
    for (std::size_t bit = 0; bit < bits.class_bits.size(); ++bit) {
      put_bits(in_set(tables.class_bits[bit], cells), at, bits.class_bits[bit]);
    }
    put_bits(hn::Eq(here, hn::Set(d, '.')), at, bits.stop);
    put_bits(hn::Eq(here, hn::Set(d, ' ')), at, bits.space);
    put_bits(hn::Eq(here, hn::Set(d, line_end)), at, bits.line_end);
    const auto angle = hn::Or(hn::Eq(next, hn::Set(d, 0xAB)), hn::Eq(next, hn::Set(d, 0xBB)));
    put_bits(hn::And(hn::Eq(here, hn::Set(d, 0xC2)), angle), at, bits.angle);
    const auto joiner =
        hn::And(hn::Eq(next, hn::Set(d, 0x80)), hn::Eq(hn::And(after, hn::Set(d, 0xFE)), hn::Set(d, 0x8C)));
    put_bits(hn::And(hn::Eq(here, hn::Set(d, 0xE2)), joiner), at, bits.joiner);
  }
}

std::uint64_t of_class(const Bits& bits, BlockClass c) {
  std::uint64_t found = ~std::uint64_t{0};
  for (std::size_t bit = 0; bit < bits.class_bits.size(); ++bit) {
    const bool is_set = (static_cast<unsigned>(c) >> bit & 1) != 0;
    found &= is_set ? bits.class_bits[bit] : ~bits.class_bits[bit];
  }
  return found;
}

/// The tokens of a block: where they begin and where they end (the byte after), in pairs but for the last, which may
/// go on.
struct Tokens {
  std::uint64_t starts = 0;
  std::uint64_t ends = 0;
  std::uint64_t letters = 0;
  std::uint64_t words = 0;  // bytes of words and numbers
  std::uint64_t blank = 0;  // spaces and line ends
  std::uint64_t line_end = 0;
  std::size_t complete = 0;  // how many end before `limit`
  std::size_t limit = 0;     // bytes up to the first that is left to the scanner, at most 64
  std::size_t next = 0;      // bytes up to the token that is not complete, or to the limit
};

std::uint64_t below(std::size_t bit) { return bit >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << bit) - 1; }

/// True unless there are two letters that do not only stretch the word.
bool is_one_letter(const BlockTables& tables, std::uint64_t letters, const std::uint8_t* bytes) {
  int count = 0;
  for (; letters != 0; letters &= letters - 1) {
    const std::uint8_t* const letter = bytes + std::countr_zero(letters);
    if (letter[0] != tables.tatweel[0] || letter[1] != tables.tatweel[1]) ++count;
  }
  return count < 2;
}

/// True if a word from `begin` to `end` has the first and the last letter of an abbreviation of its length.
bool has_ends(const BlockTables::Ends& ends, const std::uint8_t* begin, const std::uint8_t* end) {
  const std::uint8_t first = *begin < 0x80 ? begin[0] : begin[1];
  return (ends.first >> (first & 63) & ends.last >> (end[-1] & 63) & 1) != 0;
}

/// The full stops that end a sentence, for sure: after a digit or a word that is no abbreviation, before a space.
std::uint64_t full_stops(const BlockTables& tables, const Bits& b, std::uint64_t words, std::uint64_t letters,
                         std::uint64_t digits, std::uint64_t before_blank, const std::uint8_t* bytes) {
  std::uint64_t found = 0;
  for (std::uint64_t left = b.stop & words << 1 & before_blank; left != 0; left &= left - 1) {
    const auto stop = static_cast<std::size_t>(std::countr_zero(left));
    // A block begins between tokens, so the word is whole.
    const std::uint64_t others = ~words & below(stop);
    const std::size_t length = stop - (64 - static_cast<std::size_t>(std::countl_zero(others)));
    const std::uint64_t word = below(stop) & ~below(stop - length);
    const bool can_be_initial =
        length <= kLongestAbbreviation && (digits & word) == 0 && is_one_letter(tables, letters & word, bytes);
    const bool can_be_abbreviation =
        length <= kLongestAbbreviation && has_ends(tables.abbreviations[length], bytes + stop - length, bytes + stop);
    if (!can_be_initial && !can_be_abbreviation) found |= std::uint64_t{1} << stop;
  }
  return found;
}

Tokens find_tokens(const BlockTables& tables, const std::uint8_t* bytes, std::size_t readable, const Bits& b) {
  const std::uint64_t starts = b.two | b.ascii;
  const std::uint64_t letters = of_class(b, BlockClass::letter) & starts;
  const std::uint64_t digits = of_class(b, BlockClass::digit) & starts;
  const std::uint64_t marks = of_class(b, BlockClass::mark) & starts;
  const std::uint64_t two_in_word = b.two & (letters | digits | marks);
  const std::uint64_t words = letters | digits | marks | two_in_word << 1 | b.joiner | b.joiner << 1 | b.joiner << 2;
  // What must follow a letter and does not.
  std::uint64_t stop = (marks | b.joiner) & ~(words << 1);

  const std::uint64_t blank = b.space | b.line_end;
  const std::uint64_t before_blank = blank >> 1;
  // Signs of more than one kind next to each other may be one token.
  const std::uint64_t run = of_class(b, BlockClass::run) & starts;
  stop |= run & ((run & b.ascii) << 1 | (run & b.two) << 2);
  const std::uint64_t signs = (of_class(b, BlockClass::alone) & starts) | run | b.angle |
                              (of_class(b, BlockClass::before_space) & b.ascii & before_blank) |
                              full_stops(tables, b, words, letters, digits, before_blank, bytes);
  const std::uint64_t long_signs = (signs & b.two) | b.angle;
  const std::uint64_t short_signs = signs & ~long_signs;

  stop |= ~(words | signs | long_signs << 1 | blank) | ~below(readable);
  Tokens t;
  t.limit = static_cast<std::size_t>(std::countr_zero(stop));
  t.letters = letters;
  t.words = words;
  t.blank = blank;
  t.line_end = b.line_end;
  t.starts = ((words & ~(words << 1)) | signs) & below(t.limit);
  t.ends = ((~words & words << 1) | short_signs << 1 | long_signs << 2) & below(t.limit);
  t.complete = static_cast<std::size_t>(std::popcount(t.ends));
  t.next = t.limit;
  // The last one touches the limit, or goes on in the next block.
  if (static_cast<std::size_t>(std::popcount(t.starts)) > t.complete) {
    t.next = 63 - static_cast<std::size_t>(std::countl_zero(t.starts));
  }
  return t;
}

/// A block of the text, in place or, near the end, in a copy with zeros behind it.
struct Block {
  const std::uint8_t* bytes;
  std::uint8_t copy[kReadable];

  Block(std::string_view text, std::size_t at) {
    const std::size_t left = text.size() - at;
    if (left >= kReadable) {
      bytes = reinterpret_cast<const std::uint8_t*>(text.data() + at);
    } else {
      std::memcpy(copy, text.data() + at, left);
      std::memset(copy + left, 0, kReadable - left);
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
    Tokens t = find_tokens(tables, block.bytes, text.size() - at, bits);
    if (out.size() - count < t.complete) {
      if (count > 0) return count;
      t.complete = out.size();
      // The rest of the block is read again by the next call.
      std::uint64_t ends = t.ends;
      for (std::size_t i = 1; i < t.complete; ++i) ends &= ends - 1;
      t.next = static_cast<std::size_t>(std::countr_zero(ends));
      t.limit = 0;
    }
    for (std::size_t i = 0; i < t.complete; ++i) {
      const auto start = static_cast<std::size_t>(std::countr_zero(t.starts));
      const auto end = static_cast<std::size_t>(std::countr_zero(t.ends));
      // Looked up, since no processor guesses which kind is next.
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

Spaced write_in_blocks(const BlockTables& tables, std::string_view text, Spaced from, char* out, std::size_t capacity,
                       char before, char line_end) {
  auto [at, size] = from;
  while (at < text.size() && capacity - size >= kBlockRoom) {
    const Block block(text, at);
    Bits bits;
    classify(tables, block.bytes, static_cast<std::uint8_t>(line_end), bits);
    const Tokens t = find_tokens(tables, block.bytes, text.size() - at, bits);
    const bool open = before != ' ' && before != line_end;  // a token stands right before the block
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

Spaced write_blocks(const BlockTables& tables, std::string_view text, Spaced from, char* out, std::size_t capacity,
                    char before, char line_end) noexcept {
  return SORANI_BEST_OF(write_in_blocks)(tables, text, from, out, capacity, before, line_end);
}

}  // namespace sorani::tokenize
#endif
