// The lookup algorithm of John Keiser and Daniel Lemire, "Validating UTF-8 In Less Than One Instruction Per Byte"
// (2021), compiled for each instruction set and chosen at run time.
//
// Nearly every error shows in two adjacent bytes: in the two nibbles of the first and the high nibble of the second.
// Each nibble is looked up in a table of 16 bytes, whose bits stand for kinds of errors; the AND of the three lookups
// is nonzero where all three agree on an error. What needs more than two bytes is whether a third or fourth byte of a
// character is there: that is computed from the bytes two and three before. Four vectors are tested at a time. At the
// first group with an error the search stops, and the bytewise search finds the exact place and kind.

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "utf8/skip_well_formed.cpp"
#include <hwy/foreach_target.h>  // IWYU pragma: keep
//
#include <hwy/highway.h>

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/instruction_sets.hpp"
#include "utf8/ill_formed.hpp"
#include "utf8/utf8.hpp"

HWY_BEFORE_NAMESPACE();
namespace sorani::utf8::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

#if HWY_TARGET == HWY_SCALAR

std::size_t skip_from(const std::uint8_t*, std::size_t, std::size_t start) { return start; }

#else

// The errors of a pair of bytes, one bit each.
constexpr std::uint8_t kTooShort = 1 << 0;          // lead without continuation: 11______ 0_______ or 11______ 11______
constexpr std::uint8_t kTooLong = 1 << 1;           // continuation after ASCII: 0_______ 10______
constexpr std::uint8_t kOverlong3 = 1 << 2;         // 11100000 100_____
constexpr std::uint8_t kTooLarge = 1 << 3;          // 11110100 1001____ and the like
constexpr std::uint8_t kSurrogate = 1 << 4;         // 11101101 101_____
constexpr std::uint8_t kOverlong2 = 1 << 5;         // 1100000_ 10______
constexpr std::uint8_t kTooLarge1000 = 1 << 6;      // 11110101 1000____ and the like; also kOverlong4
constexpr std::uint8_t kOverlong4 = 1 << 6;         // 11110000 1000____
constexpr std::uint8_t kTwoContinuations = 1 << 7;  // 10______ 10______: well-formed only as third or fourth byte
constexpr std::uint8_t kCarry = kTooShort | kTooLong | kTwoContinuations;  // whatever the low nibble is

alignas(16) constexpr std::uint8_t kFirstHigh[16] = {kTooLong,
                                                     kTooLong,
                                                     kTooLong,
                                                     kTooLong,
                                                     kTooLong,
                                                     kTooLong,
                                                     kTooLong,
                                                     kTooLong,  // 0_______
                                                     kTwoContinuations,
                                                     kTwoContinuations,
                                                     kTwoContinuations,
                                                     kTwoContinuations,                                    // 10______
                                                     kTooShort | kOverlong2,                               // 1100____
                                                     kTooShort,                                            // 1101____
                                                     kTooShort | kOverlong3 | kSurrogate,                  // 1110____
                                                     kTooShort | kTooLarge | kTooLarge1000 | kOverlong4};  // 1111____
alignas(16) constexpr std::uint8_t kFirstLow[16] = {kCarry | kOverlong3 | kOverlong2 | kOverlong4,         // ____0000
                                                    kCarry | kOverlong2,                                   // ____0001
                                                    kCarry,
                                                    kCarry,
                                                    kCarry | kTooLarge,  // ____0100
                                                    kCarry | kTooLarge | kTooLarge1000,
                                                    kCarry | kTooLarge | kTooLarge1000,
                                                    kCarry | kTooLarge | kTooLarge1000,
                                                    kCarry | kTooLarge | kTooLarge1000,
                                                    kCarry | kTooLarge | kTooLarge1000,
                                                    kCarry | kTooLarge | kTooLarge1000,
                                                    kCarry | kTooLarge | kTooLarge1000,
                                                    kCarry | kTooLarge | kTooLarge1000,
                                                    kCarry | kTooLarge | kTooLarge1000 | kSurrogate,  // ____1101
                                                    kCarry | kTooLarge | kTooLarge1000,
                                                    kCarry | kTooLarge | kTooLarge1000};
alignas(16) constexpr std::uint8_t kSecondHigh[16] = {
    kTooShort,
    kTooShort,
    kTooShort,
    kTooShort,
    kTooShort,
    kTooShort,
    kTooShort,
    kTooShort,                                                                            // 0_______
    kTooLong | kOverlong2 | kTwoContinuations | kOverlong3 | kTooLarge1000 | kOverlong4,  // 1000____
    kTooLong | kOverlong2 | kTwoContinuations | kOverlong3 | kTooLarge,                   // 1001____
    kTooLong | kOverlong2 | kTwoContinuations | kSurrogate | kTooLarge,                   // 1010____
    kTooLong | kOverlong2 | kTwoContinuations | kSurrogate | kTooLarge,                   // 1011____
    kTooShort,
    kTooShort,
    kTooShort,
    kTooShort};  // 11______

/// True if a character begins in the three bytes before `p` and continues at `p`.
bool is_cut_at(const std::uint8_t* p) { return p[-1] >= 0xC0 || p[-2] >= 0xE0 || p[-3] >= 0xF0; }

/// Nonzero lanes where a vector of bytes, seen with the three bytes before it, is ill-formed.
template <class D, class V = hn::Vec<D> >
HWY_INLINE V errors_in(D d, const std::uint8_t* HWY_RESTRICT p, V bytes, V first_high, V first_low, V second_high) {
  const V previous1 = hn::LoadU(d, p - 1);
  const V previous2 = hn::LoadU(d, p - 2);
  const V previous3 = hn::LoadU(d, p - 3);
  const V low = hn::Set(d, 0x0F);
  const V special = hn::And(hn::And(hn::TableLookupBytes(first_high, hn::ShiftRight<4>(previous1)),
                                    hn::TableLookupBytes(first_low, hn::And(previous1, low))),
                            hn::TableLookupBytes(second_high, hn::ShiftRight<4>(bytes)));
  // The top bit is set where a third or fourth byte is required; kTwoContinuations, the top bit of `special`, must
  // agree.
  const V third = hn::SaturatedSub(previous2, hn::Set(d, 0xE0 - 0x80));
  const V fourth = hn::SaturatedSub(previous3, hn::Set(d, 0xF0 - 0x80));
  return hn::Xor(special, hn::And(hn::Or(third, fourth), hn::Set(d, 0x80)));
}

/// A character boundary at or after `start` before which there is no error. At least three bytes must precede `start`,
/// and they must be well-formed.
std::size_t skip_from(const std::uint8_t* HWY_RESTRICT text, std::size_t size, std::size_t start) {
  const hn::ScalableTag<std::uint8_t> d;
  using V = hn::Vec<decltype(d)>;
  const std::size_t n = hn::Lanes(d);
  const V first_high = hn::LoadDup128(d, kFirstHigh);
  const V first_low = hn::LoadDup128(d, kFirstLow);
  const V second_high = hn::LoadDup128(d, kSecondHigh);
  const V zero = hn::Zero(d);
  const V top = hn::Set(d, 0x80);

  std::size_t at = start;
  for (; size - at >= 4 * n; at += 4 * n) {
    const std::uint8_t* const p = text + at;
    const V v0 = hn::LoadU(d, p), v1 = hn::LoadU(d, p + n), v2 = hn::LoadU(d, p + 2 * n), v3 = hn::LoadU(d, p + 3 * n);
    const V any = hn::Or(hn::Or(v0, v1), hn::Or(v2, v3));
    if (hn::AllTrue(d, hn::Eq(hn::And(any, top), zero))) {
      if (is_cut_at(p)) break;
      continue;
    }
    const V errors = hn::Or(hn::Or(errors_in(d, p, v0, first_high, first_low, second_high),
                                   errors_in(d, p + n, v1, first_high, first_low, second_high)),
                            hn::Or(errors_in(d, p + 2 * n, v2, first_high, first_low, second_high),
                                   errors_in(d, p + 3 * n, v3, first_high, first_low, second_high)));
    if (!hn::AllTrue(d, hn::Eq(errors, zero))) break;
  }
  for (; size - at >= n; at += n) {
    const V bytes = hn::LoadU(d, text + at);
    if (!hn::AllTrue(d, hn::Eq(errors_in(d, text + at, bytes, first_high, first_low, second_high), zero))) break;
  }
  // Everything before `at` is well-formed, except that a character may continue there.
  while (at > start && is_cut_at(text + at)) --at;
  return at;
}

#endif

}  // namespace sorani::utf8::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace sorani::utf8 {

std::size_t skip_well_formed(std::string_view text) noexcept {
  // The vectors read three bytes before their own, so they begin after the first few characters.
  constexpr std::size_t kLookbehind = 3;
  std::size_t start = 0;
  while (start < kLookbehind) {
    if (start == text.size()) return start;
    const Decoded decoded = decode(text, start);
    if (decoded.value >= kIllFormed) return start;
    start += decoded.length;
  }
  return SORANI_BEST_OF(skip_from)(reinterpret_cast<const std::uint8_t*>(text.data()), text.size(), start);
}

}  // namespace sorani::utf8
#endif
