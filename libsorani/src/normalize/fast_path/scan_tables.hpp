#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "normalize/automaton.hpp"
#include "normalize/char_table.hpp"
#include "normalize/rules/rule_set.hpp"

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

/// What the fast path needs to know of a rule set: where it must look closer, which letters it rewrites on the way, and
/// what it may do at a symbol without leaving.
struct ScanTables {
  static constexpr std::size_t kPairs = 4;
  static constexpr std::size_t kPairSets = 7;  ///< different sets of all pairs
  static constexpr std::size_t kLetters = 4;

  // Symbols: those of ScanSet, then one for each group of the automaton, any other character of that group.
  static constexpr std::size_t kSymbols = 24 * 16;
  static constexpr std::size_t kOther = kSymbols;
  static constexpr std::size_t kUnknown = kOther + 256;  ///< before the output: nothing is known
  static constexpr std::size_t kNothing = kUnknown + 1;  ///< a character that becomes nothing
  static constexpr std::size_t kNotHere = kNothing + 1;  ///< one that the fast path cannot deal with
  static constexpr std::size_t kAllSymbols = kNotHere + 1;

  /// Two adjacent symbols to look at closer (at the second).
  struct Pair {
    ScanSet first;
    ScanSet second;
  };

  // For the vectors: a superset of where more than copying is to be done.
  ScanSet stop;
  std::array<Pair, kPairs> pairs;
  std::size_t pair_count = 0;

  /// The same, for machines that look up all symbols at once: bit 0 for `stop`, and one for each set of the pairs.
  struct alignas(64) Bits {
    std::array<std::uint8_t, 256> arabic{};
    std::array<std::uint8_t, 128> ascii{};
    std::array<std::uint8_t, 256> delta{};  ///< what the index of a letter is xor-ed with to rewrite it
    std::array<std::uint8_t, kPairs> first{};
    std::array<std::uint8_t, kPairs> second{};
  };
  Bits bits;

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

  bool has_letters() const noexcept { return letters.count > 0; }

  // For one symbol at a time: exactly what is to be done.

  /// What each symbol of the sets becomes: itself, another one that takes no more bytes, kNothing or kNotHere.
  std::array<std::uint16_t, kSymbols> becomes{};

  /// Bits of a symbol.
  enum Class : std::uint32_t {
    kStop = 1,           ///< the fast path ends here
    kMark = 2,           ///< a combining mark: the fast path ends here if one of a higher combining class is before it
    kMiddle = 8,         ///< may be taken away between two others
    kOpen = 4,           ///< may be inside a pattern that the fast path does not stop for any more
    kFirst = 1u << 8,    ///< the first of pair 0, and so on for 8 pairs
    kSecond = 1u << 16,  ///< the second of pair 0, and so on
  };
  /// All about a symbol, in one place in memory.
  struct Symbol {
    std::uint32_t classes = 0;
    std::uint8_t combining_class = 255;  ///< 255 where it does not matter which
    // Groups of the automaton, or `no_group` where more than the automaton looks at the symbol.
    std::uint8_t group_before = 0;  ///< as the one before another
    std::uint8_t group_after = 0;   ///< as the one after another
  };
  std::array<Symbol, kAllSymbols> symbols{};

  /// Which of two adjacent symbols a pattern takes away, for each two groups: tatweels after a letter, spaces after a
  /// space, a space before a line end.
  std::vector<Automaton::Taken> taken;
  std::size_t no_group = 0;

  const Automaton* automaton = nullptr;
  const CharTable* chars = nullptr;
  const RuleSet* rules = nullptr;

  static bool is_pair(const Symbol& before, const Symbol& symbol) noexcept {
    return (before.classes / kFirst & symbol.classes / kSecond & 0xFF) != 0;
  }

  bool is_stop(std::size_t symbol) const noexcept { return (symbols[symbol].classes & kStop) != 0; }

  /// What to do with a symbol, as it is written, after another one.
  enum class Action : std::uint8_t {
    copy,
    rewrite,  ///< as `rewritten` says
    remove,
    remove_before,  ///< take away the one before, if `may_follow` allows it
    stop,
  };
  Action action(std::size_t before, std::size_t symbol) const noexcept {
    const Symbol& one = symbols[before];
    const Symbol& own = symbols[symbol];
    const Automaton::Taken takes = taken[one.group_before * (no_group + 1) + own.group_after];
    if (symbol == kNothing || takes == Automaton::Taken::last) return Action::remove;
    if (takes == Automaton::Taken::rewritten) return Action::rewrite;
    if ((own.classes & kStop) != 0) return Action::stop;
    if (takes == Automaton::Taken::first) return Action::remove_before;
    if (is_pair(one, own)) return Action::stop;
    if ((own.classes & kMark) != 0 && one.combining_class > own.combining_class) return Action::stop;
    return Action::copy;
  }

  /// What a symbol becomes after another one, for `Action::rewrite`.
  std::size_t rewritten(std::size_t before, std::size_t symbol_here) const noexcept {
    return symbol(automaton->becomes(symbols[before].group_before, symbols[symbol_here].group_after));
  }

  bool may_go_between(std::size_t symbol) const noexcept { return (symbols[symbol].classes & kMiddle) != 0; }

  /// True if a symbol that may be is taken away between two others, whatever stands further left.
  bool goes_between(std::size_t before, std::size_t symbol_here, std::size_t next) const noexcept {
    const Symbol& one = symbols[before];
    const std::uint8_t after = symbols[next].group_after;
    if (one.group_before == no_group || after == no_group || (one.classes & kOpen) != 0) return false;
    return automaton->takes_middle(one.group_before, symbols[symbol_here].group_after, after);
  }

  /// True if nothing more is to be done when a symbol comes to stand after another one, since the one between is gone.
  bool may_follow(std::size_t before, std::size_t symbol) const noexcept {
    return (symbols[before].classes & kOpen) == 0 && action(before, symbol) == Action::copy;
  }

  /// The symbol of a character of the output.
  std::size_t written(char32_t c) const noexcept {
    const std::size_t index = symbol(c);
    return index < kSymbols ? index : kOther + (*chars)[c].group;
  }

  /// The index of a code point among the symbols of the sets, or `kUnknown`.
  static constexpr std::size_t symbol(char32_t c) noexcept {
    if (c < 0x80) return 256 + c;
    return c >= 0x600 && c < 0x700 ? c - 0x600 : kUnknown;
  }
};

/// A character of the input: the symbol that it becomes, and its length in bytes.
struct SymbolRead {
  std::size_t symbol;
  std::size_t length;
  bool in_sets;  ///< the sets hold the character itself, so that the vectors see pairs with it
};

/// The symbol of the sets that begins at `in[0]`, of `size` bytes, or kUnknown.
inline SymbolRead read_raw_symbol(const char* in, std::size_t size) noexcept {
  const auto first = static_cast<unsigned char>(in[0]);
  if (first < 0x80) return {256u + first, 1, true};
  const auto second = static_cast<unsigned char>(size > 1 ? in[1] : 0);
  if ((first & 0xFC) != 0xD8 || (second & 0xC0) != 0x80) return {ScanTables::kUnknown, 1, false};
  return {static_cast<std::size_t>((first & 3) << 6 | (second & 0x3F)), 2, true};
}

/// The part of `read_symbol` that is seldom needed.
SymbolRead read_other_symbol(const ScanTables& tables, const char* in, std::size_t size) noexcept;

/// The symbol that the character which begins at `in[0]`, of `size` bytes, becomes.
inline SymbolRead read_symbol(const ScanTables& tables, const char* in, std::size_t size) noexcept {
  const SymbolRead raw = read_raw_symbol(in, size);
  if (raw.symbol == ScanTables::kUnknown) return read_other_symbol(tables, in, size);
  return {tables.becomes[raw.symbol], raw.length, true};
}

/// Writes a symbol of the sets; returns its length in bytes.
inline std::size_t write_symbol(std::size_t symbol, char* out) noexcept {
  if (symbol >= 256) {
    out[0] = static_cast<char>(symbol - 256);
    return 1;
  }
  out[0] = static_cast<char>(0xD8 | symbol >> 6);
  out[1] = static_cast<char>(0x80 | (symbol & 0x3F));
  return 2;
}

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

/// Copies `size` bytes from `in` to `out`, rewriting what always becomes something else and leaving out what is taken
/// away, up to the first symbol that more than that is to be done for. `in[-1]` must be readable, whatever it is, and
/// `out` have room for `size` + kScanRoom bytes. `before` is the last symbol of the output, or kUnknown.
Scanned scan(const ScanTables& tables, const char* in, std::size_t size, char* out,
             std::size_t before = ScanTables::kUnknown) noexcept;

/// The same, a character at a time: the reference that the tests hold `scan` against.
Scanned scan_reference(const ScanTables& tables, const char* in, std::size_t size, char* out,
                       std::size_t before = ScanTables::kUnknown) noexcept;

}  // namespace sorani::normalize
