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
#include "normalize/fast_path/scan_lookup-inl.hpp"
#include "normalize/fast_path/scan_output.hpp"
#include "normalize/fast_path/scan_tables.hpp"

HWY_BEFORE_NAMESPACE();
namespace sorani::normalize::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

#if HWY_TARGET == HWY_SCALAR

Scanned Scan(const ScanTables& tables, const char* text, std::size_t size, char* out, std::size_t before,
             std::size_t context) {
  return scan_reference(tables, text, size, out, before, context);
}

#else

/// Puts the mask of a vector, one bit per byte, at bit `at` of the mask of a block.
HWY_INLINE void put_bits(Mask mask, std::size_t at, std::uint64_t& bits) {
  std::uint8_t bytes[8] = {};
  hn::StoreMaskBits(Tag(), mask, bytes);
  std::uint64_t part = 0;
  std::memcpy(&part, bytes, hn::Lanes(Tag()) / 8);
  bits |= part << at;
}

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

/// Writes a block and returns the mask of the bytes to stop at. Reads one byte more on both sides. `letters` is the
/// state of `Lookup::rewrite`.
template <std::size_t kSets, std::size_t kPairs, bool kLetters>
HWY_INLINE std::uint64_t scan_block(const Lookup<kSets>& lookup, const Pairs<kPairs>& pairs, const std::uint8_t* in,
                                    std::uint8_t* out, Carry<kPairs>& carry, Bytes& letters) {
  std::uint64_t lead = 0;          // first byte of a symbol of U+0600..06FF
  std::uint64_t continuation = 0;  // 80..BF
  std::uint64_t not_ascii = 0;
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
    put_bits(is_not_ascii(here), at, not_ascii);
    put_bits(lookup.not_stop(cells), at, not_stop);
    for (std::size_t k = 0; k < kSets; ++k) put_bits(lookup.not_in_set(k, cells), at, not_in_set[k]);
    hn::StoreU(kLetters ? lookup.rewrite(in + at, here, next, cells, letters) : here, d, out + at);
  }
  const std::uint64_t continues = (in[kBlock] & 0xC0) == 0x80 ? 1 : 0;
  const std::uint64_t ascii = ~not_ascii;  // a symbol of one byte
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
                    std::size_t before, std::size_t context) {
  const std::uint8_t* const end = text + size;
  const std::uint8_t* in = text;
  const Lookup<kSets> lookup(tables);  // a local variable, so that the tables stay in registers
  Pairs<kPairs> pairs;
  std::copy_n(tables.pairs.begin(), kPairs, pairs.begin());
  Carry<kPairs> carry(tables, tables.context_of(before));
  Bytes letters = hn::Zero(Tag());  // the state of Lookup::rewrite
  ScanOutput output(tables, text, end, out, before, context);
  while (in < end) {
    std::uint64_t stop = 0;
    std::size_t limit = kBlock;
    if (in + kBlock < end) {  // a block looks one byte beyond itself
      std::uint8_t* to = output.end();
      for (;;) {
        stop = scan_block<kSets, kPairs, kLetters>(lookup, pairs, in, to, carry, letters);
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
      stop = scan_block<kSets, kPairs, kLetters>(lookup, pairs, rest + 1, output.end(), carry, letters);
    }
    const ScanOutput::BlockResult done = output.add_block_with_stops(in, limit, stop);
    in += done.read;
    if (done.stopped) break;
    if (!done.restart) continue;
    carry = Carry<kPairs>(tables, done.last);
    letters = hn::Zero(Tag());
  }
  return {static_cast<std::size_t>(in - text), output.size()};
}

template <std::size_t kSets, std::size_t kPairs>
Scanned scan_pairs(const ScanTables& tables, const std::uint8_t* in, std::size_t size, std::uint8_t* out,
                   std::size_t before, std::size_t context) {
  if (tables.has_letters()) return scan_blocks<kSets, kPairs, true>(tables, in, size, out, before, context);
  return scan_blocks<kSets, kPairs, false>(tables, in, size, out, before, context);
}

Scanned Scan(const ScanTables& tables, const char* text, std::size_t size, char* out_text, std::size_t before,
             std::size_t context) {
  const auto* in = reinterpret_cast<const std::uint8_t*>(text);
  auto* out = reinterpret_cast<std::uint8_t*>(out_text);
  // The profile `standard` has two pairs of three sets, `search` three pairs and two triples of six sets.
  if (tables.set_count == 0) return scan_pairs<0, 0>(tables, in, size, out, before, context);
  if (tables.set_count <= 3 && !tables.has_pair(2)) return scan_pairs<3, 2>(tables, in, size, out, before, context);
  return scan_pairs<ScanTables::kMaxSets, ScanTables::kMaxPairs>(tables, in, size, out, before, context);
}

#endif

}  // namespace sorani::normalize::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace sorani::normalize {

Scanned scan(const ScanTables& tables, const char* in, std::size_t size, char* out, std::size_t before,
             std::size_t context) noexcept {
  return size == 0 ? Scanned{0, 0} : SORANI_BEST_OF(Scan)(tables, in, size, out, before, context);
}

}  // namespace sorani::normalize
#endif
