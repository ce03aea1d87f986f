// The look-up of a vector's symbols in the sets of a rule set, and the replacement of letters: the part of scan.cpp
// that knows the layout of the tables. Included by it once for each instruction set.

#if defined(SORANI_SCAN_LOOKUP_INL_HPP) == defined(HWY_TARGET_TOGGLE)
#ifdef SORANI_SCAN_LOOKUP_INL_HPP
#undef SORANI_SCAN_LOOKUP_INL_HPP
#else
#define SORANI_SCAN_LOOKUP_INL_HPP
#endif

#include <hwy/highway.h>

#include <array>
#include <cstddef>
#include <cstdint>

#include "normalize/fast_path/scan_output.hpp"
#include "normalize/fast_path/scan_tables.hpp"

HWY_BEFORE_NAMESPACE();
namespace sorani::normalize::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

#if HWY_TARGET != HWY_SCALAR

constexpr std::size_t kBlock = ScanOutput::kBlock;
using Tag = hn::CappedTag<std::uint8_t, kBlock>;
using Bytes = hn::Vec<Tag>;
using Mask = hn::Mask<Tag>;

HWY_INLINE Bytes row(const std::array<std::uint8_t, 16>& bytes) { return hn::LoadDup128(Tag(), bytes.data()); }

/// The first byte of a character of U+0600..06FF.
HWY_INLINE Mask is_lead(Bytes bytes) { return hn::Eq(hn::And(bytes, hn::Set(Tag(), 0xFC)), hn::Set(Tag(), 0xD8)); }

/// A continuation byte, 80..BF.
HWY_INLINE Mask is_continuation(Bytes bytes) {
  using Signed = hn::RebindToSigned<Tag>;
  return hn::RebindMask(Tag(), hn::Lt(hn::BitCast(Signed(), bytes), hn::Set(Signed(), -64)));
}

/// A byte that is not ASCII, 80..FF.
HWY_INLINE Mask is_not_ascii(Bytes bytes) {
  using Signed = hn::RebindToSigned<Tag>;
  return hn::RebindMask(Tag(), hn::Lt(hn::BitCast(Signed(), bytes), hn::Zero(Signed())));
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
    return hn::IfThenElse(is_not_ascii(here), arabic_[arabic_symbol(here, next)], ascii_[here]);
  }
  HWY_INLINE Mask not_stop(Cells cells) const { return hn::Not(hn::TestBit(cells, hn::Set(Tag(), 1))); }
  HWY_INLINE Mask not_in_set(std::size_t k, Cells cells) const {
    return hn::Not(hn::TestBit(cells, hn::Set(Tag(), static_cast<std::uint8_t>(2u << k))));
  }

  /// The bytes of `here`, which begins at `in`, with letters replaced.
  HWY_INLINE Bytes rewrite(const std::uint8_t* in, Bytes here, Bytes next, Cells /*cells*/,
                           Bytes& /*letters_before*/) const {
    const Bytes before = hn::LoadU(Tag(), in - 1);
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
  Bytes here;
};

HWY_INLINE Places places_of(Bytes here, Bytes next) {
  const Tag d;
  const Bytes low = hn::Set(d, 15);
  return {arabic_high(here, next), hn::And(next, low), shift_right<4>(hn::And(here, hn::Set(d, 0x70))),
          hn::And(here, low), here};
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
    return hn::IfThenElse(is_not_ascii(at.here), arabic, ascii);
  }

 private:
  Bytes arabic_high_;
  Bytes arabic_low_;
  Bytes ascii_high_;
  Bytes ascii_low_;
};

/// The bytes of `here` moved to the next place; the first one is the last one of `before`.
HWY_INLINE Bytes moved_by_one(Bytes here, Bytes before) {
  const Tag d;
  if constexpr (hn::MaxLanes(Tag()) == 32) before = hn::ConcatLowerUpper(d, here, before);
  return hn::CombineShiftRightBytes<15>(d, here, before);
}

/// The letters that are always replaced, their tables in registers.
class LoadedLetters {
 public:
  explicit LoadedLetters(const ScanTables::Letters& letters)
      : by_high_(row(letters.by_high)),
        by_low_(row(letters.by_low)),
        lead_delta_(row(letters.lead_delta)),
        tail_delta_(row(letters.tail_delta)) {}

  /// For each place, the bit of the letter that begins there, or 0. Not defined where a lead byte is followed by no
  /// continuation byte: the scan ends there.
  HWY_INLINE Bytes bits(const Places& at) const {
    return hn::IfThenElseZero(is_lead(at.here), hn::And(hn::TableLookupBytes(by_high_, at.arabic_high),
                                                        hn::TableLookupBytes(by_low_, at.arabic_low)));
  }

  /// The bytes of `here` with letters replaced, given the bits of its letters and these moved by one byte.
  HWY_INLINE Bytes rewrite(Bytes here, Bytes lead, Bytes tail) const {
    return hn::Xor(here, hn::Xor(hn::TableLookupBytes(lead_delta_, lead), hn::TableLookupBytes(tail_delta_, tail)));
  }

 private:
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
    Bytes letters;
  };
  HWY_INLINE Cells cells(Bytes here, Bytes next) const {
    const Places at = places_of(here, next);
    return {stop_[at], kSets == 0 ? hn::Zero(Tag()) : sets_[at], letters_.bits(at)};
  }
  /// The complement is one instruction less than the set, and `scan_block` can take it as well.
  HWY_INLINE Mask not_stop(const Cells& cells) const { return hn::Eq(cells.stop, hn::Zero(Tag())); }
  HWY_INLINE Mask not_in_set(std::size_t k, const Cells& cells) const {
    return hn::Eq(hn::And(cells.sets, set_bits_[k]), hn::Zero(Tag()));
  }
  /// The bytes of `here`, which begins at `in`, with letters replaced. `letters_before` are the bits of the letters in
  /// the vector before, and receive those of this one.
  HWY_INLINE Bytes rewrite(const std::uint8_t* in, Bytes here, Bytes /*next*/, const Cells& cells,
                           Bytes& letters_before) const {
    if constexpr (hn::MaxLanes(Tag()) <= 32) {
      const Bytes tail = moved_by_one(cells.letters, letters_before);
      letters_before = cells.letters;
      return letters_.rewrite(here, cells.letters, tail);
    }
    const Bytes before = letters_.bits(places_of(hn::LoadU(Tag(), in - 1), here));
    return letters_.rewrite(here, cells.letters, hn::IfThenElseZero(is_continuation(here), before));
  }

 private:
  LoadedSets stop_;
  LoadedSets sets_;
  std::array<Bytes, kSets> set_bits_;
  LoadedLetters letters_;
};

#endif

#endif  // HWY_TARGET != HWY_SCALAR

}  // namespace sorani::normalize::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif  // once for each instruction set
