#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "normalize/automaton.hpp"
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
  bool contains(std::size_t symbol) const noexcept { return (rows[symbol >> 7][symbol & 15] & bit(symbol)) != 0; }

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

/// The tables for patterns with these anchors; `map` gives the single characters that are rewritten.
ScanTables make_scan_tables(std::span<const Pattern> patterns, std::span<const Anchor> anchors, const RuleSet& rules);

/// Copies `size` bytes from `in` to `out`, rewriting the letters of the tables, up to the first symbol to stop at or
/// the first byte that is neither ASCII nor a whole character of U+0600..06FF. Returns how many bytes were done.
/// `out` must have room for `size` bytes; `in[-1]` must be readable, whatever it is. `before` is the symbol before the
/// text, for pairs; kUnknown is in none.
std::size_t scan(const ScanTables& tables, const char* in, std::size_t size, char* out,
                 std::size_t before = ScanTables::kUnknown) noexcept;

/// The same, a character at a time: the reference that the tests hold `scan` against.
std::size_t scan_reference(const ScanTables& tables, const char* in, std::size_t size, char* out,
                           std::size_t before = ScanTables::kUnknown) noexcept;

}  // namespace sorani::normalize
