// The fast path: 64 bytes at a time, with the widest vectors of the machine it runs on.

#define HWY_WANT_AVX3_DL  // vector lookups in tables of 256 bytes
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "normalize/fast_path/scan.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "base/instruction_sets.hpp"
#include "normalize/fast_path/scan_stops.hpp"
#include "normalize/fast_path/scan_tables.hpp"

HWY_BEFORE_NAMESPACE();
namespace sorani::normalize::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

#if HWY_TARGET == HWY_SCALAR

Scanned Scan(const ScanTables& tables, const char* text, std::size_t size, char* out, std::size_t before) {
  return scan_reference(tables, text, size, out, before);
}

#else

constexpr std::size_t kBlock = ScanOutput::kBlock;
using Tag = hn::CappedTag<std::uint8_t, kBlock>;
using Bytes = hn::Vec<Tag>;
using Mask = hn::Mask<Tag>;

HWY_INLINE Bytes row(const std::array<std::uint8_t, 16>& bytes) { return hn::LoadDup128(Tag(), bytes.data()); }

/// One bit per byte of a block.
HWY_INLINE void put_bits(Mask mask, std::size_t at, std::uint64_t& bits) {
  std::uint8_t bytes[8] = {};
  hn::StoreMaskBits(Tag(), mask, bytes);
  std::uint64_t part = 0;
  std::memcpy(&part, bytes, hn::Lanes(Tag()) / 8);
  bits |= part << at;
}

/// The first byte of a character of U+0600..06FF.
HWY_INLINE Mask is_lead(Bytes bytes) { return hn::Eq(hn::And(bytes, hn::Set(Tag(), 0xFC)), hn::Set(Tag(), 0xD8)); }

/// 80..BF, a byte that goes on with a character.
HWY_INLINE Mask is_tail(Bytes bytes) {
  using Signed = hn::RebindToSigned<Tag>;
  return hn::RebindMask(Tag(), hn::Lt(hn::BitCast(Signed(), bytes), hn::Set(Signed(), -64)));
}

/// Shifts of bytes whose bits don't reach into the next byte: two instructions less than those of any bytes.
template <int kBits>
HWY_INLINE Bytes shift_left(Bytes bytes) {
  return hn::BitCast(Tag(), hn::ShiftLeft<kBits>(hn::BitCast(hn::RepartitionToWide<Tag>(), bytes)));
}
template <int kBits>
HWY_INLINE Bytes shift_right(Bytes bytes) {
  return hn::BitCast(Tag(), hn::ShiftRight<kBits>(hn::BitCast(hn::RepartitionToWide<Tag>(), bytes)));
}

/// The group of the character of U+0600..06FF that two bytes spell: two bits of the first, two of the second.
HWY_INLINE Bytes arabic_group(Bytes first, Bytes second) {
  const Tag d;
  return hn::Or(shift_left<2>(hn::And(first, hn::Set(d, 3))), shift_right<4>(hn::And(second, hn::Set(d, 0x30))));
}

#if HWY_TARGET == HWY_AVX3_DL

/// Tables of 128 and 256 bytes, loaded.
struct Table128 {
  explicit Table128(const std::uint8_t* bytes) : low(hn::LoadU(Tag(), bytes)), high(hn::LoadU(Tag(), bytes + 64)) {}
  HWY_INLINE Bytes operator[](Bytes index) const {
    return Bytes{_mm512_permutex2var_epi8(low.raw, index.raw, high.raw)};
  }
  Bytes low;
  Bytes high;
};
struct Table256 {
  explicit Table256(const std::uint8_t* bytes) : low(bytes), high(bytes + 128) {}
  HWY_INLINE Bytes operator[](Bytes index) const {
    return hn::IfThenElse(hn::Lt(index, hn::Set(Tag(), 0x80)), low[index], high[index]);
  }
  Table128 low;
  Table128 high;
};

/// The index of the character of U+0600..06FF that two bytes spell.
HWY_INLINE Bytes arabic_index(Bytes first, Bytes second) {
  const Bytes low = hn::Set(Tag(), 0x3F);
  const Bytes high = hn::BitCast(Tag(), hn::ShiftLeft<6>(hn::BitCast(hn::RepartitionToWide<Tag>(), first)));
  return hn::OrAnd(hn::AndNot(low, high), second, low);
}

/// All that a block is looked up in.
template <std::size_t kPairs>
class Lookup {
 public:
  explicit Lookup(const ScanTables& tables)
      : arabic_(tables.bits.arabic.data()), ascii_(tables.bits.ascii.data()), delta_(tables.bits.delta.data()) {
    for (std::size_t k = 0; k < kPairs; ++k) {
      first_[k] = hn::Set(Tag(), tables.bits.first[k]);
      second_[k] = hn::Set(Tag(), tables.bits.second[k]);
    }
  }

  using Cells = Bytes;
  HWY_INLINE Cells cells(Bytes here, Bytes next) const {
    return hn::IfThenElse(hn::Lt(here, hn::Set(Tag(), 0x80)), ascii_[here], arabic_[arabic_index(here, next)]);
  }
  HWY_INLINE Mask stop(Cells cells) const { return hn::TestBit(cells, hn::Set(Tag(), 1)); }
  HWY_INLINE Mask first(std::size_t k, Cells cells) const { return hn::TestBit(cells, first_[k]); }
  HWY_INLINE Mask second(std::size_t k, Cells cells) const { return hn::TestBit(cells, second_[k]); }

  /// What the bytes `here` become, given those before and after them.
  HWY_INLINE Bytes rewrite(Bytes before, Bytes here, Bytes next) const {
    const Bytes lead = shift_right<6>(hn::And(delta_[arabic_index(here, next)], hn::Set(Tag(), 0xC0)));
    const Bytes tail = hn::And(delta_[arabic_index(before, here)], hn::Set(Tag(), 0x3F));
    return hn::Xor(here, hn::Or(hn::IfThenElseZero(is_lead(here), lead), hn::IfThenElseZero(is_tail(here), tail)));
  }

 private:
  Table256 arabic_;
  Table128 ascii_;
  Table256 delta_;
  std::array<Bytes, kPairs> first_;
  std::array<Bytes, kPairs> second_;
};

#else

/// Where in each row of a set the characters that begin at each byte of a vector stand. An index with its highest bit
/// set is in another row, and looks up nothing.
struct Cells {
  Bytes lower;  // U+0600..067F
  Bytes upper;  // U+0680..06FF
  Bytes ascii;
  Bytes group_bit;  // the bit of the character within the byte there
};

HWY_INLINE Cells cells_of(Bytes here, Bytes next) {
  const Tag d;
  // The highest bit of a byte says that it is not ASCII, bit 3 of a group that it is in the upper half.
  const Bytes high = hn::Set(d, 0x80);
  const Bytes arabic = arabic_group(here, next);
  const Bytes upper = shift_left<4>(hn::And(arabic, hn::Set(d, 8)));
  const Bytes arabic_column = hn::Or(hn::And(next, hn::Set(d, 15)), hn::AndNot(here, high));
  const Bytes group = hn::IfThenElse(hn::Lt(here, high), shift_right<4>(hn::And(here, hn::Set(d, 0x70))), arabic);
  constexpr std::array<std::uint8_t, 16> kPowers{1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  return {hn::Or(arabic_column, upper), hn::Or(arabic_column, hn::Xor(upper, high)), hn::And(here, hn::Set(d, 0x8F)),
          hn::TableLookupBytes(row(kPowers), group)};
}

/// A set of symbols, its rows loaded.
struct LoadedSet {
  explicit LoadedSet(const ScanSet& set)
      : lower(row(set.rows[0])), upper(row(set.rows[1])), ascii(row(set.rows[2])), used(set.used) {}

  HWY_INLINE Mask holds(const Cells& cells) const {
    if (used[0] || used[1]) {
      const Bytes arabic = hn::Or(hn::TableLookupBytes(lower, cells.lower), hn::TableLookupBytes(upper, cells.upper));
      if (!used[2]) return hn::TestBit(arabic, cells.group_bit);
      return hn::TestBit(hn::Or(arabic, hn::TableLookupBytes(ascii, cells.ascii)), cells.group_bit);
    }
    return hn::TestBit(hn::TableLookupBytes(ascii, cells.ascii), cells.group_bit);
  }

  Bytes lower;
  Bytes upper;
  Bytes ascii;
  std::array<bool, 3> used;
};

/// The letters that are rewritten on the way, their tables loaded.
class LoadedLetters {
 public:
  explicit LoadedLetters(const ScanTables::Letters& letters)
      : by_group_(row(letters.by_group)),
        by_column_(row(letters.by_column)),
        lead_delta_(row(letters.lead_delta)),
        tail_delta_(row(letters.tail_delta)) {}

  /// What the bytes `here` become, given those before and after them.
  HWY_INLINE Bytes rewrite(Bytes before, Bytes here, Bytes next) const {
    const Bytes lead = hn::TableLookupBytes(lead_delta_, bit(here, next));
    return hn::Xor(here, hn::Xor(lead, hn::TableLookupBytes(tail_delta_, bit(before, here))));
  }

 private:
  /// For each byte, the bit of the letter that the two bytes spell, or 0.
  HWY_INLINE Bytes bit(Bytes first, Bytes second) const {
    const Tag d;
    const Mask two = hn::And(is_lead(first), is_tail(second));
    return hn::IfThenElseZero(two, hn::And(hn::TableLookupBytes(by_group_, arabic_group(first, second)),
                                           hn::TableLookupBytes(by_column_, hn::And(second, hn::Set(d, 15)))));
  }

  Bytes by_group_;
  Bytes by_column_;
  Bytes lead_delta_;
  Bytes tail_delta_;
};

/// All that a block is looked up in.
template <std::size_t kPairs>
class Lookup {
 public:
  explicit Lookup(const ScanTables& tables) : Lookup(tables, std::make_index_sequence<kPairs>()) {}

  HWY_INLINE Cells cells(Bytes here, Bytes next) const { return cells_of(here, next); }
  HWY_INLINE Mask stop(const Cells& cells) const { return stop_.holds(cells); }
  HWY_INLINE Mask first(std::size_t k, const Cells& cells) const { return first_[k].holds(cells); }
  HWY_INLINE Mask second(std::size_t k, const Cells& cells) const { return second_[k].holds(cells); }
  HWY_INLINE Bytes rewrite(Bytes before, Bytes here, Bytes next) const { return letters_.rewrite(before, here, next); }

 private:
  template <std::size_t... kIndex>
  Lookup(const ScanTables& tables, std::index_sequence<kIndex...> /*indices*/)
      : stop_(tables.stop),
        first_{LoadedSet(tables.pairs[kIndex].first)...},
        second_{LoadedSet(tables.pairs[kIndex].second)...},
        letters_(tables.letters) {}

  LoadedSet stop_;
  std::array<LoadedSet, kPairs> first_;
  std::array<LoadedSet, kPairs> second_;
  LoadedLetters letters_;
};

#endif

/// What a block leaves to the next one.
template <std::size_t kPairs>
struct Carry {
  /// At the start of a character, after a symbol.
  Carry(const ScanTables& tables, std::size_t before) {
    for (std::size_t k = 0; k < kPairs; ++k) first[k] = tables.symbols[before].classes / (ScanTables::kFirst << k) & 1;
  }

  std::uint64_t inside = 0;                   // bit 0: it begins inside a character
  std::array<std::uint64_t, kPairs> first{};  // bits 0 and 1: after the first symbol of a pair, there or one byte later
};

/// The first bytes of what follows the characters of `firsts`; `carry` holds those of the next block.
HWY_INLINE std::uint64_t after(std::uint64_t firsts, std::uint64_t ascii, std::uint64_t two, std::uint64_t& carry) {
  const std::uint64_t one_byte = firsts & ascii;
  const std::uint64_t two_bytes = firsts & two;
  const std::uint64_t follow = one_byte << 1 | two_bytes << 2 | carry;
  carry = one_byte >> 63 | two_bytes >> 62;
  return follow;
}

/// Writes a block and returns the bytes to stop at. Reads one byte more on both sides.
template <std::size_t kPairs, bool kLetters>
HWY_INLINE std::uint64_t scan_block(const Lookup<kPairs>& lookup, const std::uint8_t* in, std::uint8_t* out,
                                    Carry<kPairs>& carry) {
  std::uint64_t lead = 0;   // first byte of a character of U+0600..06FF
  std::uint64_t tail = 0;   // 80..BF
  std::uint64_t ascii = 0;  // a character of one byte
  std::uint64_t stop = 0;
  std::array<std::uint64_t, kPairs> first{};
  std::array<std::uint64_t, kPairs> second{};
  const Tag d;
  for (std::size_t at = 0; at < kBlock; at += hn::Lanes(d)) {
    const Bytes here = hn::LoadU(d, in + at);
    const Bytes next = hn::LoadU(d, in + at + 1);
    const auto cells = lookup.cells(here, next);
    put_bits(is_lead(here), at, lead);
    put_bits(is_tail(here), at, tail);
    put_bits(hn::Lt(here, hn::Set(d, 0x80)), at, ascii);
    put_bits(lookup.stop(cells), at, stop);
    for (std::size_t k = 0; k < kPairs; ++k) {
      put_bits(lookup.first(k, cells), at, first[k]);
      put_bits(lookup.second(k, cells), at, second[k]);
    }
    hn::StoreU(kLetters ? lookup.rewrite(hn::LoadU(d, in + at - 1), here, next) : here, d, out + at);
  }
  const std::uint64_t next_tail = (in[kBlock] & 0xC0) == 0x80 ? 1 : 0;
  const std::uint64_t two = lead & (tail >> 1 | next_tail << 63);
  const std::uint64_t inside = two << 1 | carry.inside;
  const std::uint64_t starts = two | ascii;
  stop = (starts & stop) | ~(starts | inside);
  carry.inside = two >> 63;
  for (std::size_t k = 0; k < kPairs; ++k) stop |= starts & after(first[k], ascii, two, carry.first[k]) & second[k];
  return stop;
}

/// Scans with tables that have at most `kPairs` pairs to stop at, and letters to rewrite or none.
template <std::size_t kPairs, bool kLetters>
Scanned scan_blocks(const ScanTables& tables, const std::uint8_t* const text, std::size_t size, std::uint8_t* out,
                    std::size_t before) {
  const std::uint8_t* const end = text + size;
  const std::uint8_t* in = text;
  const Lookup<kPairs> lookup(tables);  // local, so that it can stay in registers
  Carry<kPairs> carry(tables, before);
  ScanOutput output(tables, text, end, out, before);
  while (in < end) {
    std::uint64_t stop = 0;
    std::size_t limit = kBlock;
    if (in + kBlock < end) {  // a block looks one byte beyond itself
      std::uint8_t* to = output.end();
      for (;;) {
        stop = scan_block<kPairs, kLetters>(lookup, in, to, carry);
        if (stop != 0) break;
        in += kBlock;
        to += kBlock;
        if (in + kBlock >= end) break;
      }
      output.set_end(to);
      if (stop == 0) continue;
    } else {
      // The rest, in a copy with room around it. The zero after it makes a character cut off at the end a stop.
      limit = static_cast<std::size_t>(end - in);
      std::uint8_t rest[1 + kBlock + 1] = {};
      std::memcpy(rest, in - 1, 1 + limit);
      stop = scan_block<kPairs, kLetters>(lookup, rest + 1, output.end(), carry);
    }
    const ScanOutput::Part part = output.add_block_with_stops(in, limit, stop);
    in += part.read;
    if (part.stopped) break;
    if (part.anew) carry = Carry<kPairs>(tables, part.last);
  }
  return {static_cast<std::size_t>(in - text), output.size()};
}

template <std::size_t kPairs>
Scanned scan_pairs(const ScanTables& tables, const std::uint8_t* in, std::size_t size, std::uint8_t* out,
                   std::size_t before) {
  if (tables.has_letters()) return scan_blocks<kPairs, true>(tables, in, size, out, before);
  return scan_blocks<kPairs, false>(tables, in, size, out, before);
}

Scanned Scan(const ScanTables& tables, const char* text, std::size_t size, char* out_text, std::size_t before) {
  const auto* in = reinterpret_cast<const std::uint8_t*>(text);
  auto* out = reinterpret_cast<std::uint8_t*>(out_text);
  // The default profile has two pairs; others have more, or none.
  if (tables.pair_count == 0) return scan_pairs<0>(tables, in, size, out, before);
  if (tables.pair_count <= 2) return scan_pairs<2>(tables, in, size, out, before);
  return scan_pairs<ScanTables::kPairs>(tables, in, size, out, before);
}

#endif

}  // namespace sorani::normalize::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace sorani::normalize {

Scanned scan(const ScanTables& tables, const char* in, std::size_t size, char* out, std::size_t before) noexcept {
  return size == 0 ? Scanned{0, 0} : SORANI_BEST_OF(Scan)(tables, in, size, out, before);
}

}  // namespace sorani::normalize
#endif
