// The fast path: 64 bytes at a time, with the widest vectors of the machine it runs on.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "normalize/scan.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <utility>

#include "normalize/scan_tables.hpp"
#include "unicode/instruction_sets.hpp"

HWY_BEFORE_NAMESPACE();
namespace sorani::normalize::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

#if HWY_TARGET == HWY_SCALAR

Scanned Scan(const ScanTables& tables, const char* text, std::size_t size, char* out, std::size_t before) {
  return scan_reference(tables, text, size, out, before);
}

#else

constexpr std::size_t kBlock = 64;
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
HWY_INLINE Mask is_tail(Bytes bytes) { return hn::Eq(hn::And(bytes, hn::Set(Tag(), 0xC0)), hn::Set(Tag(), 0x80)); }

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

/// Where in each row of a set the characters that begin at each byte of a vector stand. An index with its highest bit
/// set is in another row, and looks up nothing.
struct Cells {
  Bytes lower;  // U+0600..067F
  Bytes upper;  // U+0680..06FF
  Bytes ascii;
  Bytes group_bit;  // the bit of the character within the byte there
};

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

struct LoadedPair {
  explicit LoadedPair(const ScanTables::Pair& pair)
      : first(pair.first), second(pair.second), same(pair.first.rows == pair.second.rows) {}
  LoadedSet first;
  LoadedSet second;
  bool same;
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

/// All that a block is looked up in; a local variable of the loop, so that it can stay in registers.
template <std::size_t kPairs>
struct LoadedTables {
  explicit LoadedTables(const ScanTables& tables) : LoadedTables(tables, std::make_index_sequence<kPairs>()) {}

  LoadedSet stop;
  std::array<LoadedPair, kPairs> pairs;
  LoadedLetters letters;

 private:
  template <std::size_t... kIndex>
  LoadedTables(const ScanTables& tables, std::index_sequence<kIndex...> /*indices*/)
      : stop(tables.stop), pairs{LoadedPair(tables.pairs[kIndex])...}, letters(tables.letters) {}
};

/// Scans with tables that have at most `kPairs` pairs to stop at, and letters to rewrite or none.
template <std::size_t kPairs, bool kLetters>
class Scanner {
 public:
  Scanner(const ScanTables& tables, std::size_t before, std::uint8_t* out)
      : tables_(tables), out_start_(out), out_(out), before_(before) {
    begin_after(before);
  }

  Scanned run(const std::uint8_t* const text, std::size_t size) {
    const std::uint8_t* const end = text + size;
    const std::uint8_t* in = text;
    const LoadedTables<kPairs> loaded(tables_);
    while (in < end) {
      const std::size_t limit = std::min(kBlock, static_cast<std::size_t>(end - in));
      std::uint64_t stop = 0;
      if (in + kBlock < end) {  // a block looks one byte beyond itself
        stop = block(loaded, in, out_);
        if (stop == 0) {
          in += kBlock;
          out_ += kBlock;
          continue;
        }
      } else {
        // The rest, in a copy with room around it. The zero after it makes a character cut off at the end a stop.
        std::uint8_t rest[1 + kBlock + 1] = {};
        std::memcpy(rest, in - 1, 1 + limit);
        stop = block(loaded, rest + 1, out_);
        if (limit < kBlock) stop |= ~std::uint64_t{0} << limit;
      }
      const Part part = close_gaps(in, end, limit, stop);
      in += part.read;
      if (part.stopped) break;
    }
    return {static_cast<std::size_t>(in - text), static_cast<std::size_t>(out_ - out_start_)};
  }

 private:
  /// What was done of a block.
  struct Part {
    std::size_t read;
    bool stopped;
  };

  /// Goes through the stops of the block at `in`, which is written at `out_` up to `limit`: closes the gaps of what is
  /// taken away, up to the first other stop.
  Part close_gaps(const std::uint8_t* in, const std::uint8_t* end, std::size_t limit, std::uint64_t stop) {
    std::uint8_t written[2 * kBlock];  // read whole blocks at a time; what is behind the first is never kept
    std::memcpy(written, out_, kBlock);
    std::memset(written + kBlock, 0, kBlock);
    std::size_t from = 0;
    for (;;) {
      const std::size_t to = stop == 0 ? kBlock : static_cast<std::size_t>(std::countr_zero(stop));
      std::memcpy(out_, written + from, kBlock);
      out_ += to - from;
      if (to >= limit) return {limit, false};
      before_ = last_written();
      from = to + removed(in + to, end);
      if (from == to) return {to, true};
      // What comes now follows what was before the gap.
      if (in + from < end && tables_.is_pair(before_, symbol_at(in + from, end).symbol)) return {from, true};
      if (from >= limit) {
        begin_after(before_);
        return {from, false};
      }
      stop &= ~std::uint64_t{0} << from;
    }
  }

  /// The bytes at `in` that are taken away after the symbol `before_`.
  std::size_t removed(const std::uint8_t* in, const std::uint8_t* end) const {
    std::size_t bytes = 0;
    while (in + bytes < end) {
      const SymbolRead next = symbol_at(in + bytes, end);
      if (!tables_.removals.holds(before_, next.symbol)) break;
      bytes += next.length;
    }
    return bytes;
  }

  static SymbolRead symbol_at(const std::uint8_t* in, const std::uint8_t* end) {
    return read_symbol(reinterpret_cast<const char*>(in), static_cast<std::size_t>(end - in));
  }

  std::size_t last_written() const {
    if (out_ == out_start_) return before_;
    const std::ptrdiff_t length = out_[-1] < 0x80 ? 1 : 2;
    return symbol_at(out_ - length, out_).symbol;
  }

  /// Begins anew, at the start of a character, after a symbol.
  void begin_after(std::size_t before) {
    carry_tail_ = 0;
    for (std::size_t k = 0; k < kPairs; ++k) carry_[k] = tables_.pairs[k].first.contains(before) ? 1 : 0;
  }

  /// Writes a block and returns the bytes to stop at. Reads one byte more on both sides.
  HWY_INLINE std::uint64_t block(const LoadedTables<kPairs>& loaded, const std::uint8_t* in, std::uint8_t* out) {
    std::uint64_t two = 0;    // first byte of a character of two bytes
    std::uint64_t ascii = 0;  // a character of one byte
    std::uint64_t tail = 0;   // 80..BF
    std::uint64_t stop = 0;
    std::array<std::uint64_t, kPairs> first{};
    std::array<std::uint64_t, kPairs> second{};
    const Tag d;
    for (std::size_t at = 0; at < kBlock; at += hn::Lanes(d)) {
      const Bytes here = hn::LoadU(d, in + at);
      const Bytes next = hn::LoadU(d, in + at + 1);
      const Mask is_ascii = hn::Lt(here, hn::Set(d, 0x80));
      const Cells cells = cells_of(here, next);
      put_bits(hn::And(is_lead(here), is_tail(next)), at, two);
      put_bits(is_ascii, at, ascii);
      put_bits(is_tail(here), at, tail);
      put_bits(loaded.stop.holds(cells), at, stop);
      for (std::size_t k = 0; k < kPairs; ++k) {
        const LoadedPair& pair = loaded.pairs[k];
        const Mask in_first = pair.first.holds(cells);
        put_bits(in_first, at, first[k]);
        put_bits(pair.same ? in_first : pair.second.holds(cells), at, second[k]);
      }
      hn::StoreU(kLetters ? loaded.letters.rewrite(hn::LoadU(d, in + at - 1), here, next) : here, d, out + at);
    }
    const std::uint64_t inside = two << 1 | carry_tail_;
    const std::uint64_t starts = two | ascii;
    stop = (starts & stop) | ~(starts | (inside & tail));
    carry_tail_ = two >> 63;
    for (std::size_t k = 0; k < kPairs; ++k) stop |= starts & after(first[k], ascii, two, carry_[k]) & second[k];
    return stop;
  }

  static HWY_INLINE Cells cells_of(Bytes here, Bytes next) {
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

  /// The first bytes of what follows the characters of `firsts`; `carry` holds those of the next block.
  static HWY_INLINE std::uint64_t after(std::uint64_t firsts, std::uint64_t ascii, std::uint64_t two,
                                        std::uint64_t& carry) {
    const std::uint64_t one_byte = firsts & ascii;
    const std::uint64_t two_bytes = firsts & two;
    const std::uint64_t follow = one_byte << 1 | two_bytes << 2 | carry;
    carry = one_byte >> 63 | two_bytes >> 62;
    return follow;
  }

  const ScanTables& tables_;
  std::uint64_t carry_tail_ = 0;  // bit 0: the block begins inside a character
  std::array<std::uint64_t, kPairs> carry_{};
  std::uint8_t* const out_start_;
  std::uint8_t* out_;
  std::size_t before_;  // the symbol before the output, or before the last gap
};

template <std::size_t kPairs>
Scanned scan_pairs(const ScanTables& tables, const std::uint8_t* in, std::size_t size, std::uint8_t* out,
                   std::size_t before) {
  if (tables.letters.count > 0) return Scanner<kPairs, true>(tables, before, out).run(in, size);
  return Scanner<kPairs, false>(tables, before, out).run(in, size);
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
