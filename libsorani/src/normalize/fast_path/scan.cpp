// The vectors of the fast path (see scan.hpp), compiled for each instruction set and chosen at run time.
//
// A block is 64 bytes, read in one to four vectors; each test of its bytes gives a mask of 64 bits, one per byte. A
// byte and the one after it decide which table symbol begins there, if any: for ASCII the byte alone, for U+0600..06FF
// a lead byte D8..DB and a continuation byte. From the two come a high part and a low nibble of the symbol, and from
// these, by shuffles, the sets that contain it (NibbleSets). With AVX-512 VBMI, tables of 256 bytes are looked up
// at once.
//
// A stop condition of one symbol is a bit in the mask of `stop`. One of two symbols is a bit in the mask of the second
// set where a symbol of the first set ends: the mask of the first set, shifted by one bit for symbols of one byte and
// by two for those of two; one of three symbols applies that twice. Bits shifted out, and the first byte of a symbol
// cut off at the end of the block, carry over to the next one (`Carry`). A byte that neither begins nor continues a
// table symbol is a stop, too.
//
// Letters that are always replaced are changed on the way: their bytes are XOR-ed with a delta, which is looked up by
// the symbol and is zero for all others. Symbols are compared as what they become.

#define HWY_WANT_AVX3_DL  // vector lookups in tables of 256 bytes
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "normalize/fast_path/scan.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "base/instruction_sets.hpp"
#include "normalize/fast_path/scan.hpp"
#include "normalize/fast_path/scan_output.hpp"
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

/// Puts the mask of a vector, one bit per byte, at bit `at` of the mask of a block.
HWY_INLINE void put_bits(Mask mask, std::size_t at, std::uint64_t& bits) {
  std::uint8_t bytes[8] = {};
  hn::StoreMaskBits(Tag(), mask, bytes);
  std::uint64_t part = 0;
  std::memcpy(&part, bytes, hn::Lanes(Tag()) / 8);
  bits |= part << at;
}

/// The first byte of a character of U+0600..06FF.
HWY_INLINE Mask is_lead(Bytes bytes) { return hn::Eq(hn::And(bytes, hn::Set(Tag(), 0xFC)), hn::Set(Tag(), 0xD8)); }

/// A continuation byte, 80..BF.
HWY_INLINE Mask is_continuation(Bytes bytes) {
  using Signed = hn::RebindToSigned<Tag>;
  return hn::RebindMask(Tag(), hn::Lt(hn::BitCast(Signed(), bytes), hn::Set(Signed(), -64)));
}

/// Shifts of bytes for which no bit crosses into the next byte. Shifting wider lanes saves the two instructions that
/// byte shifts need to mask such bits.
template <int kBits>
HWY_INLINE Bytes shift_left(Bytes bytes) {
  return hn::BitCast(Tag(), hn::ShiftLeft<kBits>(hn::BitCast(hn::RepartitionToWide<Tag>(), bytes)));
}
template <int kBits>
HWY_INLINE Bytes shift_right(Bytes bytes) {
  return hn::BitCast(Tag(), hn::ShiftRight<kBits>(hn::BitCast(hn::RepartitionToWide<Tag>(), bytes)));
}

/// The high part of the symbol of U+0600..06FF that two bytes encode: two bits of the first, two of the second.
HWY_INLINE Bytes arabic_high(Bytes first, Bytes second) {
  const Tag d;
  return hn::Or(shift_left<2>(hn::And(first, hn::Set(d, 3))), shift_right<4>(hn::And(second, hn::Set(d, 0x30))));
}

#if HWY_TARGET == HWY_AVX3_DL

/// Tables of 128 and 256 bytes in registers.
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

/// The symbol of U+0600..06FF that two bytes encode.
HWY_INLINE Bytes arabic_symbol(Bytes first, Bytes second) {
  const Bytes low = hn::Set(Tag(), 0x3F);
  const Bytes high = hn::BitCast(Tag(), hn::ShiftLeft<6>(hn::BitCast(hn::RepartitionToWide<Tag>(), first)));
  return hn::OrAnd(hn::AndNot(low, high), second, low);
}

/// The tables in registers, for scans with up to `kSets` sets.
template <std::size_t kSets>
class Lookup {
 public:
  explicit Lookup(const ScanTables& tables)
      : arabic_(tables.byte_tables.arabic.data()),
        ascii_(tables.byte_tables.ascii.data()),
        delta_(tables.byte_tables.delta.data()) {}

  using Cells = Bytes;
  HWY_INLINE Cells cells(Bytes here, Bytes next) const {
    return hn::IfThenElse(hn::Lt(here, hn::Set(Tag(), 0x80)), ascii_[here], arabic_[arabic_symbol(here, next)]);
  }
  HWY_INLINE Mask not_stop(Cells cells) const { return hn::Not(hn::TestBit(cells, hn::Set(Tag(), 1))); }
  HWY_INLINE Mask not_in_set(std::size_t k, Cells cells) const {
    return hn::Not(hn::TestBit(cells, hn::Set(Tag(), static_cast<std::uint8_t>(2u << k))));
  }

  /// The bytes of `here` with letters replaced; `before` and `next` are the same bytes one earlier and one later.
  HWY_INLINE Bytes rewrite(Bytes before, Bytes here, Bytes next) const {
    const Bytes lead = shift_right<6>(hn::And(delta_[arabic_symbol(here, next)], hn::Set(Tag(), 0xC0)));
    const Bytes tail = hn::And(delta_[arabic_symbol(before, here)], hn::Set(Tag(), 0x3F));
    return hn::Xor(here,
                   hn::Or(hn::IfThenElseZero(is_lead(here), lead), hn::IfThenElseZero(is_continuation(here), tail)));
  }

 private:
  Table256 arabic_;
  Table128 ascii_;
  Table256 delta_;
};

#else

/// For each byte of a vector, where the symbol that begins there is in the tables of sets: high parts and low nibbles.
struct Places {
  Bytes arabic_high;
  Bytes arabic_low;
  Bytes ascii_high;
  Bytes ascii_low;
  Mask ascii;
};

HWY_INLINE Places places_of(Bytes here, Bytes next) {
  const Tag d;
  const Bytes low = hn::Set(d, 15);
  return {arabic_high(here, next), hn::And(next, low), shift_right<4>(hn::And(here, hn::Set(d, 0x70))),
          hn::And(here, low), hn::Lt(here, hn::Set(d, 0x80))};
}

/// Sets of symbols, their tables in registers.
class LoadedSets {
 public:
  explicit LoadedSets(const NibbleSets& sets)
      : arabic_high_(row(sets.arabic_high)),
        arabic_low_(row(sets.arabic_low)),
        ascii_high_(row(sets.ascii_high)),
        ascii_low_(row(sets.ascii_low)) {}

  /// The bits of the products that contain each symbol.
  HWY_INLINE Bytes operator[](const Places& at) const {
    const Bytes arabic =
        hn::And(hn::TableLookupBytes(arabic_high_, at.arabic_high), hn::TableLookupBytes(arabic_low_, at.arabic_low));
    const Bytes ascii =
        hn::And(hn::TableLookupBytes(ascii_high_, at.ascii_high), hn::TableLookupBytes(ascii_low_, at.ascii_low));
    return hn::IfThenElse(at.ascii, ascii, arabic);
  }

 private:
  Bytes arabic_high_;
  Bytes arabic_low_;
  Bytes ascii_high_;
  Bytes ascii_low_;
};

/// The letters that are always replaced, their tables in registers.
class LoadedLetters {
 public:
  explicit LoadedLetters(const ScanTables::Letters& letters)
      : by_high_(row(letters.by_high)),
        by_low_(row(letters.by_low)),
        lead_delta_(row(letters.lead_delta)),
        tail_delta_(row(letters.tail_delta)) {}

  /// The bytes of `here` with letters replaced; `before` and `next` are the same bytes one earlier and one later.
  HWY_INLINE Bytes rewrite(Bytes before, Bytes here, Bytes next) const {
    const Bytes lead = hn::TableLookupBytes(lead_delta_, bit(here, next));
    return hn::Xor(here, hn::Xor(lead, hn::TableLookupBytes(tail_delta_, bit(before, here))));
  }

 private:
  /// For each byte, the bit of the letter that begins there, or 0.
  HWY_INLINE Bytes bit(Bytes first, Bytes second) const {
    const Tag d;
    const Mask two = hn::And(is_lead(first), is_continuation(second));
    return hn::IfThenElseZero(two, hn::And(hn::TableLookupBytes(by_high_, arabic_high(first, second)),
                                           hn::TableLookupBytes(by_low_, hn::And(second, hn::Set(d, 15)))));
  }

  Bytes by_high_;
  Bytes by_low_;
  Bytes lead_delta_;
  Bytes tail_delta_;
};

/// The tables in registers, for scans with up to `kSets` sets.
template <std::size_t kSets>
class Lookup {
 public:
  explicit Lookup(const ScanTables& tables) : stop_(tables.stop), sets_(tables.sets), letters_(tables.letters) {
    for (std::size_t k = 0; k < kSets; ++k) set_bits_[k] = hn::Set(Tag(), tables.set_bits[k]);
  }

  struct Cells {
    Bytes stop;
    Bytes sets;
  };
  HWY_INLINE Cells cells(Bytes here, Bytes next) const {
    const Places at = places_of(here, next);
    return {stop_[at], kSets == 0 ? hn::Zero(Tag()) : sets_[at]};
  }
  /// The complement is one instruction less than the set, and `scan_block` can take it as well.
  HWY_INLINE Mask not_stop(const Cells& cells) const { return hn::Eq(cells.stop, hn::Zero(Tag())); }
  HWY_INLINE Mask not_in_set(std::size_t k, const Cells& cells) const {
    return hn::Eq(hn::And(cells.sets, set_bits_[k]), hn::Zero(Tag()));
  }
  HWY_INLINE Bytes rewrite(Bytes before, Bytes here, Bytes next) const { return letters_.rewrite(before, here, next); }

 private:
  LoadedSets stop_;
  LoadedSets sets_;
  std::array<Bytes, kSets> set_bits_;
  LoadedLetters letters_;
};

#endif

/// What carries over from one block to the next.
template <std::size_t kPairs>
struct Carry {
  /// For a block that begins with a character, after this context.
  Carry(const ScanTables& tables, ScanTables::Context last) {
    for (std::size_t k = 0; k < kPairs; ++k) {
      first[k] = last.pairs >> k & 1;
      before[k] = tables.symbols[last.symbol].flags / (ScanTables::kBeforeFlag << k) & 1;
    }
  }

  std::uint64_t inside = 0;  // bit 0: the block begins with a continuation byte
  // Bit 0, 1: the symbol at byte 0, 1 follows one of the first set (after one of the set before it), or of the set
  // before the first one.
  std::array<std::uint64_t, kPairs> first{};
  std::array<std::uint64_t, kPairs> before{};
};

template <std::size_t kPairs>
using Pairs = std::array<ScanTables::Pair, kPairs>;

/// The bytes where the symbols after those of `first` begin; `carry` has those from the block before and receives those
/// of the next block.
HWY_INLINE std::uint64_t after(std::uint64_t first, std::uint64_t ascii, std::uint64_t two, std::uint64_t& carry) {
  const std::uint64_t one_byte = first & ascii;
  const std::uint64_t two_bytes = first & two;
  const std::uint64_t follow = one_byte << 1 | two_bytes << 2 | carry;
  carry = one_byte >> 63 | two_bytes >> 62;
  return follow;
}

/// Writes a block and returns the mask of the bytes to stop at. Reads one byte more on both sides.
template <std::size_t kSets, std::size_t kPairs, bool kLetters>
HWY_INLINE std::uint64_t scan_block(const Lookup<kSets>& lookup, const Pairs<kPairs>& pairs, const std::uint8_t* in,
                                    std::uint8_t* out, Carry<kPairs>& carry) {
  std::uint64_t lead = 0;          // first byte of a symbol of U+0600..06FF
  std::uint64_t continuation = 0;  // 80..BF
  std::uint64_t ascii = 0;         // a symbol of one byte
  std::uint64_t not_stop = 0;
  std::array<std::uint64_t, kSets> not_in_set{};
  const Tag d;
#pragma GCC unroll 4
  for (std::size_t at = 0; at < kBlock; at += hn::Lanes(d)) {
    const Bytes here = hn::LoadU(d, in + at);
    const Bytes next = hn::LoadU(d, in + at + 1);
    const auto cells = lookup.cells(here, next);
    put_bits(is_lead(here), at, lead);
    put_bits(is_continuation(here), at, continuation);
    put_bits(hn::Lt(here, hn::Set(d, 0x80)), at, ascii);
    put_bits(lookup.not_stop(cells), at, not_stop);
    for (std::size_t k = 0; k < kSets; ++k) put_bits(lookup.not_in_set(k, cells), at, not_in_set[k]);
    hn::StoreU(kLetters ? lookup.rewrite(hn::LoadU(d, in + at - 1), here, next) : here, d, out + at);
  }
  const std::uint64_t continues = (in[kBlock] & 0xC0) == 0x80 ? 1 : 0;
  const std::uint64_t two = lead & (continuation >> 1 | continues << 63);
  const std::uint64_t inside = two << 1 | carry.inside;
  const std::uint64_t starts = two | ascii;
  std::uint64_t stop = ~(inside | (starts & not_stop));
  carry.inside = two >> 63;
  std::array<std::uint64_t, ScanTables::kNoSymbols + 1> sets{};
  for (std::size_t k = 0; k < kSets; ++k) sets[k] = ~not_in_set[k];
  sets[ScanTables::kAllSymbols] = ~std::uint64_t{0};
  for (std::size_t k = 0; k < kPairs; ++k) {
    std::uint64_t first = sets[pairs[k].first];
    if (k >= ScanTables::kFirstTriple) first &= after(sets[pairs[k].before], ascii, two, carry.before[k]);
    stop |= starts & after(first, ascii, two, carry.first[k]) & sets[pairs[k].second];
  }
  return stop;
}

/// Scans with tables that have at most `kSets` sets, pairs up to `kPairs`, and letters to replace only if `kLetters`.
template <std::size_t kSets, std::size_t kPairs, bool kLetters>
Scanned scan_blocks(const ScanTables& tables, const std::uint8_t* const text, std::size_t size, std::uint8_t* out,
                    std::size_t before) {
  const std::uint8_t* const end = text + size;
  const std::uint8_t* in = text;
  const Lookup<kSets> lookup(tables);  // a local variable, so that the tables stay in registers
  Pairs<kPairs> pairs;
  std::copy_n(tables.pairs.begin(), kPairs, pairs.begin());
  Carry<kPairs> carry(tables, tables.context_of(before));
  ScanOutput output(tables, text, end, out, before);
  while (in < end) {
    std::uint64_t stop = 0;
    std::size_t limit = kBlock;
    if (in + kBlock < end) {  // a block looks one byte beyond itself
      std::uint8_t* to = output.end();
      for (;;) {
        stop = scan_block<kSets, kPairs, kLetters>(lookup, pairs, in, to, carry);
        if (stop != 0) break;
        in += kBlock;
        to += kBlock;
        if (in + kBlock >= end) break;
      }
      output.set_end(to);
      if (stop == 0) continue;
    } else {
      // The last block, in a copy with a byte on each side. The zeros after it make a character cut off there a stop.
      limit = static_cast<std::size_t>(end - in);
      std::uint8_t rest[1 + kBlock + 1] = {};
      std::memcpy(rest, in - 1, 1 + limit);
      stop = scan_block<kSets, kPairs, kLetters>(lookup, pairs, rest + 1, output.end(), carry);
    }
    const ScanOutput::BlockResult done = output.add_block_with_stops(in, limit, stop);
    in += done.read;
    if (done.stopped) break;
    if (done.restart) carry = Carry<kPairs>(tables, done.last);
  }
  return {static_cast<std::size_t>(in - text), output.size()};
}

template <std::size_t kSets, std::size_t kPairs>
Scanned scan_pairs(const ScanTables& tables, const std::uint8_t* in, std::size_t size, std::uint8_t* out,
                   std::size_t before) {
  if (tables.has_letters()) return scan_blocks<kSets, kPairs, true>(tables, in, size, out, before);
  return scan_blocks<kSets, kPairs, false>(tables, in, size, out, before);
}

Scanned Scan(const ScanTables& tables, const char* text, std::size_t size, char* out_text, std::size_t before) {
  const auto* in = reinterpret_cast<const std::uint8_t*>(text);
  auto* out = reinterpret_cast<std::uint8_t*>(out_text);
  // The profile `standard` has two pairs of three sets, `search` three pairs and two triples of six sets.
  if (tables.set_count == 0) return scan_pairs<0, 0>(tables, in, size, out, before);
  if (tables.set_count <= 3 && !tables.has_pair(2)) return scan_pairs<3, 2>(tables, in, size, out, before);
  return scan_pairs<ScanTables::kMaxSets, ScanTables::kMaxPairs>(tables, in, size, out, before);
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
