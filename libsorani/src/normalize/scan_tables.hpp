#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "normalize/automaton.hpp"
#include "normalize/char_table.hpp"
#include "normalize/rule_set.hpp"

namespace sorani::normalize {

/// A set of the symbols that the fast path knows: ASCII (groups 16..23) and U+0600..06FF (groups 0..15), each group
/// 16 code points. Laid out for byte shuffles: `rows[g / 8][c % 16]` has bit `g % 8`.
struct alignas(16) ScanSet {
  std::array<std::array<std::uint8_t, 16>, 3> rows{};
  std::array<bool, 3> used{};  ///< rows that hold anything

  void insert(std::size_t symbol) noexcept {
    rows[symbol >> 7][symbol & 15] |= bit(symbol);
    used[symbol >> 7] = true;
  }
  bool contains(std::size_t symbol) const noexcept {
    return symbol < 384 && (rows[symbol >> 7][symbol & 15] & bit(symbol)) != 0;
  }

 private:
  static std::uint8_t bit(std::size_t symbol) noexcept { return static_cast<std::uint8_t>(1u << ((symbol >> 4) & 7)); }
};

/// What the fast path needs to know of a rule set: where it must stop, and which letters it rewrites on the way.
struct ScanTables {
  static constexpr std::size_t kPairs = 4;
  static constexpr std::size_t kLetters = 4;

  /// Two adjacent symbols to stop at (at the second).
  struct Pair {
    ScanSet first;
    ScanSet second;
  };

  ScanSet stop;
  std::array<Pair, kPairs> pairs;
  std::size_t pair_count = 0;

  /// Up to four letters of U+0600..06FF that always become another one: letter k has bit k in `by_group` of its group
  /// and in `by_column` of its column, and in no other. The deltas, by that bit, are what its two bytes are xor-ed
  /// with.
  struct alignas(16) Letters {
    std::array<std::uint8_t, 16> by_group{};
    std::array<std::uint8_t, 16> by_column{};
    std::array<std::uint8_t, 16> lead_delta{};
    std::array<std::uint8_t, 16> tail_delta{};
    std::size_t count = 0;

    void add(std::size_t from, std::size_t to) noexcept {
      const auto k = count++;
      by_group[from >> 4] |= static_cast<std::uint8_t>(1u << k);
      by_column[from & 15] |= static_cast<std::uint8_t>(1u << k);
      lead_delta[1u << k] = static_cast<std::uint8_t>((from >> 6) ^ (to >> 6));
      tail_delta[1u << k] = static_cast<std::uint8_t>((from ^ to) & 0x3F);
    }
  };
  Letters letters;

  /// Which symbols are taken away after which other one: tatweels after a letter, spaces after a space. Symbols in the
  /// groups of the automaton; a symbol that more than the automaton looks at has the group `never`.
  struct Removals {
    std::array<std::uint8_t, 385> before{};  ///< group of a symbol as the one before; kUnknown has one too
    std::array<std::uint8_t, 385> last{};
    std::size_t never = 0;
    std::vector<std::uint8_t> removed;  ///< a truth value for each two groups

    bool holds(std::size_t symbol_before, std::size_t symbol) const noexcept {
      return removed[before[symbol_before] * (never + 1) + last[symbol]] != 0;
    }
  };
  Removals removals;

  bool is_pair(std::size_t symbol_before, std::size_t symbol) const noexcept {
    bool found = false;
    for (std::size_t k = 0; k < pair_count; ++k) {
      found = found || (pairs[k].first.contains(symbol_before) && pairs[k].second.contains(symbol));
    }
    return found;
  }

  /// The index of a code point among the symbols of the fast path, or `kUnknown`.
  static constexpr std::size_t kSymbols = 24 * 16;
  static constexpr std::size_t kUnknown = kSymbols;
  static std::size_t symbol(char32_t c) noexcept {
    if (c < 0x80) return 256 + c;
    return c >= 0x600 && c < 0x700 ? c - 0x600 : kUnknown;
  }
};

/// Chooses for each pattern the stop that ordinary text meets least.
std::vector<Anchor> choose_anchors(std::span<const Pattern> patterns, const RuleSet& rules);

/// The tables for an automaton with these anchors and for the single characters that `rules` rewrite.
ScanTables make_scan_tables(const Automaton& automaton, std::span<const Anchor> anchors, const RuleSet& rules,
                            const CharTable& chars);

/// What a scan has done, in bytes.
struct Scanned {
  std::size_t read;
  std::size_t written;
};

/// Bytes that `scan` may write beyond what it has to.
inline constexpr std::size_t kScanRoom = 64;

/// Copies `size` bytes from `in` to `out`, rewriting the letters of the tables and leaving out what is taken away, up
/// to the first symbol to stop at or the first byte that is neither ASCII nor a whole character of U+0600..06FF.
/// `in[-1]` must be readable, whatever it is, and `out` have room for `size` + kScanRoom bytes. `before` is the last
/// symbol of the output, or kUnknown.
Scanned scan(const ScanTables& tables, const char* in, std::size_t size, char* out,
             std::size_t before = ScanTables::kUnknown) noexcept;

/// The same, a character at a time: the reference that the tests hold `scan` against.
Scanned scan_reference(const ScanTables& tables, const char* in, std::size_t size, char* out,
                       std::size_t before = ScanTables::kUnknown) noexcept;

/// The symbol that begins at `in[0]`, of `size` bytes, or kUnknown; and its length in bytes.
struct SymbolRead {
  std::size_t symbol;
  std::size_t length;
};
inline SymbolRead read_symbol(const char* in, std::size_t size) noexcept {
  const auto first = static_cast<unsigned char>(in[0]);
  if (first < 0x80) return {256u + first, 1};
  const auto second = static_cast<unsigned char>(size > 1 ? in[1] : 0);
  if ((first & 0xFC) != 0xD8 || (second & 0xC0) != 0x80) return {ScanTables::kUnknown, 1};
  return {static_cast<std::size_t>((first & 3) << 6 | (second & 0x3F)), 2};
}

}  // namespace sorani::normalize
