#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace sorani::normalize {

/// The number of an equivalence class of characters; there are at most 256.
using ClassId = std::uint8_t;

/// What the matching pattern does to two adjacent characters, whatever precedes them: it deletes one of them, or
/// replaces the last one by `Automaton::replacement_of_last`.
enum class Deletion : std::uint8_t { none, last, first, last_replaced };

/// Sets of table symbols, laid out for byte shuffles. The table symbols are U+0600..06FF (0..255) and ASCII (256..383),
/// each a high part `symbol / 16` and a low nibble.
///
/// A *product* is the set of all symbols whose high part is in one set and whose low nibble is in another. Eight
/// products of U+0600..06FF and eight of ASCII are looked up together, a bit for each: two tables of 16 bytes, one by
/// the high part, one by the low nibble, and an AND. This is how simdjson classifies ASCII, applied to characters of
/// two bytes.
struct alignas(16) NibbleSets {
  std::array<std::uint8_t, 16> arabic_high{};
  std::array<std::uint8_t, 16> arabic_low{};
  std::array<std::uint8_t, 16> ascii_high{};
  std::array<std::uint8_t, 16> ascii_low{};

  /// The bits of the products that contain a symbol.
  std::uint8_t operator[](std::size_t symbol) const noexcept {
    const std::size_t high = symbol >> 4 & 15;
    return symbol < 256 ? arabic_high[high] & arabic_low[symbol & 15] : ascii_high[high] & ascii_low[symbol & 15];
  }

  bool operator==(const NibbleSets&) const = default;
};

/// What the fast path needs to know of a rule set, without pointers. The first part is for the vectors: a superset of
/// the places where something is to be done. The second part decides exactly, one symbol at a time.
struct ScanData {
  static constexpr std::size_t kMaxPairs = 5;              ///< pairs and triples of sets that the vectors test
  static constexpr std::size_t kMaxTriples = 2;            ///< of these, the last ones may be triples
  static constexpr std::size_t kMaxSets = 6;               ///< distinct sets in all of them: bits 1..6 of ByteTables
  static constexpr std::size_t kAllSymbols = kMaxSets;     ///< number of the set of all symbols, which is not stored
  static constexpr std::size_t kNoSymbols = kMaxSets + 1;  ///< of the empty set
  static constexpr std::size_t kMaxLetters = 4;            ///< letters that vectors of 16-byte shuffles can replace

  // Symbols: the table symbols, then one for each equivalence class, for all of its other characters.
  static constexpr std::size_t kTableSymbols = 24 * 16;
  static constexpr std::size_t kFirstClass = kTableSymbols;
  static constexpr std::size_t kUnknown = kFirstClass + 256;  ///< the symbol before the output is not known
  static constexpr std::size_t kDeleted = kUnknown + 1;       ///< a character that is always deleted
  static constexpr std::size_t kUnsupported = kDeleted + 1;   ///< a character that only the rewriter can handle
  static constexpr std::size_t kSymbolCount = kUnsupported + 1;

  NibbleSets stop;  ///< symbols in one of its products
  NibbleSets sets;
  std::array<std::uint8_t, kMaxSets> set_bits{};  ///< of each set, its products in `sets`
  std::size_t set_count = 0;

  /// Numbers of the sets for two adjacent symbols, and for the one before them; the stop is at the second one.
  struct Pair {
    std::size_t before = kAllSymbols;
    std::size_t first = kNoSymbols;
    std::size_t second = kNoSymbols;

    bool operator==(const Pair&) const = default;
  };
  std::array<Pair, kMaxPairs> pairs;  ///< only those from kFirstTriple on may have a set `before`
  static constexpr std::size_t kFirstTriple = kMaxPairs - kMaxTriples;
  static constexpr std::uint32_t kTripleBits = (1u << kMaxPairs) - (1u << kFirstTriple);

  bool has_pair(std::size_t k) const noexcept {
    return std::any_of(pairs.begin() + static_cast<std::ptrdiff_t>(k), pairs.end(),
                       [](const Pair& pair) { return pair.first != kNoSymbols; });
  }

  /// The same sets, for instruction sets that can look up a byte in a table of 256: bit 0 of an entry is set for
  /// symbols to stop at, bit k + 1 for those in set k.
  struct alignas(64) ByteTables {
    std::array<std::uint8_t, 256> arabic{};
    std::array<std::uint8_t, 128> ascii{};
    std::array<std::uint8_t, 256> delta{};  ///< letter XOR its replacement, 0 if it is not replaced

    bool operator==(const ByteTables&) const = default;
  };
  ByteTables byte_tables;

  /// Letters of U+0600..06FF that are always replaced by another one, for shuffles of 16 bytes. Letter k is the only
  /// one whose entries in `by_high` and `by_low` share bit k. `lead_delta[1 << k]` and `tail_delta[1 << k]` are the XOR
  /// of its two UTF-8 bytes with those of its replacement.
  struct alignas(16) Letters {
    std::array<std::uint8_t, 16> by_high{};
    std::array<std::uint8_t, 16> by_low{};
    std::array<std::uint8_t, 16> lead_delta{};
    std::array<std::uint8_t, 16> tail_delta{};
    std::size_t count = 0;

    void add(std::size_t from, std::size_t to) noexcept {
      const auto k = count++;
      by_high[from >> 4] |= static_cast<std::uint8_t>(1u << k);
      by_low[from & 15] |= static_cast<std::uint8_t>(1u << k);
      lead_delta[1u << k] = static_cast<std::uint8_t>((from >> 6) ^ (to >> 6));
      tail_delta[1u << k] = static_cast<std::uint8_t>((from ^ to) & 0x3F);
    }

    bool operator==(const Letters&) const = default;
  };
  Letters letters;

  // From here on: exact, for one symbol at a time.

  /// What each table symbol always becomes: itself, another one that takes no more bytes, kDeleted or kUnsupported.
  std::array<std::uint16_t, kTableSymbols> replacement{};
  /// The same, plus kStopBit if it is in `stop`.
  std::array<std::uint16_t, kTableSymbols> read_as{};
  static constexpr std::uint16_t kStopBit = 0x8000;

  /// Bits of `Symbol::flags`.
  enum Flag : std::uint32_t {
    kStopFlag = 1,           ///< meets the stop condition of a pattern by itself
    kMarkFlag = 2,           ///< a combining mark: needs the rewriter after a mark of a higher combining class
    kMidPatternFlag = 4,     ///< may be inside a match whose stop condition is already behind it
    kMiddleFlag = 8,         ///< there are two symbols between which it is deleted or replaced
    kFirstFlag = 1u << 8,    ///< in the first set of pair 0; the next bits for pairs 1..7
    kSecondFlag = 1u << 16,  ///< in the second set of pair 0; the next bits for pairs 1..7
    kBeforeFlag = 1u << 24,  ///< in the set before pair 0; the next bits for pairs 1..7
  };
  /// Everything about a symbol, in one place in memory.
  struct Symbol {
    std::uint32_t flags = 0;
    std::uint8_t combining_class = 255;  ///< 255 if unknown: a mark after it needs the rewriter
    // Equivalence classes, or `no_class` if hooks look at the symbol in that place.
    ClassId class_before = 0;  ///< as the first one of two adjacent symbols
    ClassId class_after = 0;   ///< as the second one

    bool operator==(const Symbol&) const = default;
  };
  std::array<Symbol, kSymbolCount> symbols{};

  std::size_t no_class = 0;  ///< a number that is no equivalence class

  /// The table symbol of a code point, or `kUnknown`.
  static constexpr std::size_t symbol_of(char32_t c) noexcept {
    if (c < 0x80) return 256 + c;
    return c >= 0x600 && c < 0x700 ? c - 0x600 : kUnknown;
  }

  bool operator==(const ScanData&) const = default;
};

}  // namespace sorani::normalize
