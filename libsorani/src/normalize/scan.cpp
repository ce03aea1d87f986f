// The fast path: 64 bytes at a time, with the widest vectors of the machine it runs on.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "normalize/scan.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include <algorithm>
#include <bit>
#include <cstring>

#include "normalize/scan_tables.hpp"

HWY_BEFORE_NAMESPACE();
namespace sorani::normalize::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

constexpr std::size_t kBlock = 64;
using Tag = hn::CappedTag<std::uint8_t, kBlock>;
using Bytes = hn::Vec<Tag>;

HWY_INLINE Bytes row(const std::array<std::uint8_t, 16>& bytes) { return hn::LoadDup128(Tag(), bytes.data()); }

/// One bit per byte of a block.
template <typename Mask>
HWY_INLINE void put_bits(Mask mask, std::size_t at, std::uint64_t& bits) {
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

HWY_INLINE auto in_set(const ScanSet& set, const Cells& cells) {
  Bytes found = hn::Zero(Tag());
  if (set.used[0]) found = hn::TableLookupBytes(row(set.rows[0]), cells.column);
  if (set.used[0] || set.used[1]) {
    const Bytes upper = hn::TableLookupBytes(row(set.rows[1]), cells.column);
    found = hn::IfThenElse(cells.upper, upper, found);
  }
  if (!set.used[2]) return hn::TestBit(hn::IfThenZeroElse(cells.ascii, found), cells.group_bit);
  const Bytes ascii = hn::TableLookupBytes(row(set.rows[2]), cells.column);
  return hn::TestBit(hn::IfThenElse(cells.ascii, ascii, found), cells.group_bit);
}

/// For each byte, the bit of the letter that `lead` and `tail` spell, or 0.
HWY_INLINE Bytes letter_bit(const ScanTables::Letters& letters, Bytes lead, Bytes tail) {
  const Tag d;
  const Bytes high = hn::And(hn::ShiftRight<4>(tail), hn::Set(d, 3));
  const Bytes group = hn::Or(hn::And(hn::ShiftLeft<2>(lead), hn::Set(d, 12)), high);
  const Bytes column = hn::And(tail, hn::Set(d, 15));
  const Bytes bit =
      hn::And(hn::TableLookupBytes(row(letters.by_group), group), hn::TableLookupBytes(row(letters.by_column), column));
  const auto arabic = hn::And(hn::Eq(hn::And(lead, hn::Set(d, 0xFC)), hn::Set(d, 0xD8)),
                              hn::Eq(hn::And(tail, hn::Set(d, 0xC0)), hn::Set(d, 0x80)));
  return hn::IfThenElseZero(arabic, bit);
}

HWY_INLINE Bytes delta(const std::array<std::array<std::uint8_t, 16>, 2>& deltas, Bytes bit) {
  const Bytes low = hn::TableLookupBytes(row(deltas[0]), hn::And(bit, hn::Set(Tag(), 15)));
  const Bytes high = hn::TableLookupBytes(row(deltas[1]), hn::ShiftRight<4>(bit));
  return hn::Xor(low, high);
}

/// What the 64 bytes of a block are, one bit for each.
struct BlockBits {
  std::uint64_t two = 0;    // first byte of a character of two bytes
  std::uint64_t ascii = 0;  // a character of one byte
  std::uint64_t tail = 0;   // 80..BF
  std::uint64_t stop = 0;
  std::uint64_t first[ScanTables::kPairs] = {};
  std::uint64_t second[ScanTables::kPairs] = {};
};

/// Reads `in[-1]` to `in[64]`.
HWY_INLINE void do_block(const ScanTables& tables, const std::uint8_t* in, std::uint8_t* out, BlockBits& bits) {
  const Tag d;
  for (std::size_t at = 0; at < kBlock; at += hn::Lanes(d)) {
    const Bytes here = hn::LoadU(d, in + at);
    const Bytes next = hn::LoadU(d, in + at + 1);
    const auto ascii = hn::Lt(here, hn::Set(d, 0x80));
    const auto lead = hn::Eq(hn::And(here, hn::Set(d, 0xFC)), hn::Set(d, 0xD8));
    const auto next_is_tail = hn::Eq(hn::And(next, hn::Set(d, 0xC0)), hn::Set(d, 0x80));

    // Group of an Arabic character: two bits of the lead byte, two of the tail; of an ASCII one: its upper three bits.
    const Bytes tail_high = hn::And(hn::ShiftRight<4>(next), hn::Set(d, 3));
    const Bytes arabic_group = hn::Or(hn::And(hn::ShiftLeft<2>(here), hn::Set(d, 12)), tail_high);
    const Bytes group = hn::IfThenElse(ascii, hn::ShiftRight<4>(here), arabic_group);
    const std::array<std::uint8_t, 16> powers{1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    const Cells cells{hn::And(hn::IfThenElse(ascii, here, next), hn::Set(d, 15)),
                      hn::TableLookupBytes(row(powers), group), hn::TestBit(group, hn::Set(d, 8)), ascii};

    put_bits(hn::And(lead, next_is_tail), at, bits.two);
    put_bits(ascii, at, bits.ascii);
    put_bits(hn::Eq(hn::And(here, hn::Set(d, 0xC0)), hn::Set(d, 0x80)), at, bits.tail);
    put_bits(in_set(tables.stop, cells), at, bits.stop);
    for (std::size_t k = 0; k < tables.pair_count; ++k) {
      put_bits(in_set(tables.pairs[k].first, cells), at, bits.first[k]);
      put_bits(in_set(tables.pairs[k].second, cells), at, bits.second[k]);
    }

    Bytes written = here;
    if (tables.letter_count > 0) {
      const Bytes before = hn::LoadU(d, in + at - 1);
      const Bytes as_lead = letter_bit(tables.letters, here, next);
      const Bytes as_tail = letter_bit(tables.letters, before, here);
      written = hn::Xor(written,
                        hn::Xor(delta(tables.letters.lead_delta, as_lead), delta(tables.letters.tail_delta, as_tail)));
    }
    hn::StoreU(written, d, out + at);
  }
}

/// What one block leaves for the next.
struct Carry {
  std::uint64_t tail = 0;                        // bit 0: the first byte is the tail of a character
  std::uint64_t first[ScanTables::kPairs] = {};  // bits 0..1: the character there follows a first of a pair
};

/// The bytes of a block at which to stop.
HWY_INLINE std::uint64_t stops(const ScanTables& tables, const BlockBits& bits, Carry& carry) {
  const std::uint64_t inside = bits.two << 1 | carry.tail;
  const std::uint64_t starts = bits.two | bits.ascii;
  std::uint64_t stop = (starts & bits.stop) | ~(starts | (inside & bits.tail));
  for (std::size_t k = 0; k < tables.pair_count; ++k) {
    const std::uint64_t one = bits.first[k] & bits.ascii;
    const std::uint64_t two = bits.first[k] & bits.two;
    stop |= (one << 1 | two << 2 | carry.first[k]) & starts & bits.second[k];
    carry.first[k] = one >> 63 | two >> 62;
  }
  carry.tail = bits.two >> 63;
  return stop;
}

std::size_t Scan(const ScanTables& tables, const char* text, std::size_t size, char* out_text) {
  const auto* in = reinterpret_cast<const std::uint8_t*>(text);
  auto* out = reinterpret_cast<std::uint8_t*>(out_text);
  Carry carry;
  std::size_t done = 0;
  for (; done + kBlock < size; done += kBlock) {  // a block looks one byte beyond itself
    BlockBits bits;
    do_block(tables, in + done, out + done, bits);
    const std::uint64_t stop = stops(tables, bits, carry);
    if (stop != 0) return done + static_cast<std::size_t>(std::countr_zero(stop));
  }
  // The rest, in a copy with room around it. The zero after it makes a character cut off at the end a stop.
  std::uint8_t rest[1 + kBlock + kBlock] = {};
  const std::size_t left = size - done;
  std::memcpy(rest, in + done - 1, left + 1);
  BlockBits bits;
  std::uint8_t rest_out[kBlock];
  do_block(tables, rest + 1, rest_out, bits);
  const std::uint64_t stop = stops(tables, bits, carry);
  std::memcpy(out + done, rest_out, left);
  return done + std::min(left, static_cast<std::size_t>(std::countr_zero(stop)));
}

}  // namespace sorani::normalize::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace sorani::normalize {

HWY_EXPORT(Scan);

std::size_t scan(const ScanTables& tables, const char* in, std::size_t size, char* out) noexcept {
  return size == 0 ? 0 : HWY_DYNAMIC_DISPATCH(Scan)(tables, in, size, out);
}

}  // namespace sorani::normalize
#endif
