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

/// A set of table symbols, laid out for byte shuffles. The table symbols are U+0600..06FF (0..255) and ASCII
/// (256..383). The high part `symbol >> 4` selects a bit, the low nibble a byte: `rows[high / 8][low]` has bit `high %
/// 8`.
struct alignas(16) ScanSet {
  std::array<std::array<std::uint8_t, 16>, 3> rows{};
  std::array<bool, 3> used{};  ///< rows that are not empty

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

/// What the fast path needs to know of a rule set. The first part is for the vectors: a superset of the places where
/// something is to be done. The second part decides exactly, one symbol at a time.
struct ScanTables {
  static constexpr std::size_t kMaxPairs = 4;  ///< pairs of sets that the vectors test; each costs a few instructions
  static constexpr std::size_t kMaxPairSets = 7;  ///< distinct sets in all pairs: bits 1..7 of ByteTables
  static constexpr std::size_t kMaxLetters = 4;   ///< letters that vectors of 16-byte shuffles can replace

  // Symbols: the table symbols, then one for each equivalence class, for all of its other characters.
  static constexpr std::size_t kTableSymbols = 24 * 16;
  static constexpr std::size_t kFirstClass = kTableSymbols;
  static constexpr std::size_t kUnknown = kFirstClass + 256;  ///< the symbol before the output is not known
  static constexpr std::size_t kDeleted = kUnknown + 1;       ///< a character that is always deleted
  static constexpr std::size_t kUnsupported = kDeleted + 1;   ///< a character that only the rewriter can handle
  static constexpr std::size_t kSymbolCount = kUnsupported + 1;

  /// Two sets for two adjacent symbols; the stop is at the second one.
  struct Pair {
    ScanSet first;
    ScanSet second;
  };
  ScanSet stop;
  std::array<Pair, kMaxPairs> pairs;
  std::size_t pair_count = 0;

  /// The same sets, for instruction sets that can look up a byte in a table of 256: bit 0 of an entry is set for
  /// symbols in `stop`, one further bit for each distinct set of the pairs.
  struct alignas(64) ByteTables {
    std::array<std::uint8_t, 256> arabic{};
    std::array<std::uint8_t, 128> ascii{};
    std::array<std::uint8_t, 256> delta{};         ///< letter XOR its replacement, 0 if it is not replaced
    std::array<std::uint8_t, kMaxPairs> first{};   ///< the bit of the first set of each pair
    std::array<std::uint8_t, kMaxPairs> second{};  ///< the bit of the second set of each pair
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
  };
  Letters letters;

  bool has_letters() const noexcept { return letters.count > 0; }

  // From here on: exact, for one symbol at a time.

  /// What each table symbol always becomes: itself, another one that takes no more bytes, kDeleted or kUnsupported.
  std::array<std::uint16_t, kTableSymbols> replacement{};

  /// Bits of `Symbol::flags`.
  enum Flag : std::uint32_t {
    kStopFlag = 1,           ///< meets the stop condition of a pattern by itself
    kMarkFlag = 2,           ///< a combining mark: needs the rewriter after a mark of a higher combining class
    kMidPatternFlag = 4,     ///< may be inside a match whose stop condition is already behind it
    kMiddleFlag = 8,         ///< there are two symbols between which it is deleted
    kFirstFlag = 1u << 8,    ///< in the first set of pair 0; the next bits for pairs 1..7
    kSecondFlag = 1u << 16,  ///< in the second set of pair 0; the next bits for pairs 1..7
  };
  /// Everything about a symbol, in one place in memory.
  struct Symbol {
    std::uint32_t flags = 0;
    std::uint8_t combining_class = 255;  ///< 255 if unknown: a mark after it needs the rewriter
    // Equivalence classes, or `no_class` if hooks look at the symbol in that place.
    ClassId class_before = 0;  ///< as the first one of two adjacent symbols
    ClassId class_after = 0;   ///< as the second one
  };
  std::array<Symbol, kSymbolCount> symbols{};

  /// `Automaton::deletion` for each pair of classes, `no_class` included: a tatweel after a letter, a space after a
  /// space, a space before a line end …
  std::vector<Automaton::Deletion> deletions;
  std::size_t no_class = 0;

  const Automaton* automaton = nullptr;
  const CharTable* chars = nullptr;
  const RuleSet* rules = nullptr;

  static bool is_pair(const Symbol& before, const Symbol& symbol) noexcept {
    return (before.flags / kFirstFlag & symbol.flags / kSecondFlag & 0xFF) != 0;
  }

  bool is_stop(std::size_t symbol) const noexcept { return (symbols[symbol].flags & kStopFlag) != 0; }

  /// What to do with a symbol, after its unconditional replacement.
  enum class Action : std::uint8_t {
    copy,
    replace,        ///< by `last_replacement`
    remove,         ///< do not copy it
    remove_before,  ///< remove the last symbol of the output, if `can_follow` allows it
    stop,           ///< a pattern may match
  };
  Action action(std::size_t before, std::size_t symbol) const noexcept {
    const Symbol& first = symbols[before];
    const Symbol& second = symbols[symbol];
    const Automaton::Deletion deletion = deletions[first.class_before * (no_class + 1) + second.class_after];
    if (symbol == kDeleted || deletion == Automaton::Deletion::last) return Action::remove;
    if (deletion == Automaton::Deletion::last_replaced) return Action::replace;
    if ((second.flags & kStopFlag) != 0) return Action::stop;
    if (deletion == Automaton::Deletion::first) return Action::remove_before;
    if (is_pair(first, second)) return Action::stop;
    if ((second.flags & kMarkFlag) != 0 && first.combining_class > second.combining_class) return Action::stop;
    return Action::copy;
  }

  /// What a symbol becomes after another one, for `Action::replace`.
  std::size_t last_replacement(std::size_t before, std::size_t symbol) const noexcept {
    return symbol_of(automaton->replacement_of_last(symbols[before].class_before, symbols[symbol].class_after));
  }

  bool may_be_deleted_between(std::size_t symbol) const noexcept { return (symbols[symbol].flags & kMiddleFlag) != 0; }

  /// True if a pattern deletes `symbol`, which `may_be_deleted_between`, between two others, whatever precedes them.
  bool is_deleted_between(std::size_t before, std::size_t symbol, std::size_t next) const noexcept {
    const Symbol& first = symbols[before];
    const ClassId after = symbols[next].class_after;
    if (first.class_before == no_class || after == no_class || (first.flags & kMidPatternFlag) != 0) return false;
    return automaton->deletes_middle(first.class_before, symbols[symbol].class_after, after);
  }

  /// True if nothing is to be done when two symbols become adjacent because the one between them was removed.
  bool can_follow(std::size_t before, std::size_t symbol) const noexcept {
    return (symbols[before].flags & kMidPatternFlag) == 0 && action(before, symbol) == Action::copy;
  }

  /// The symbol of a character of the output.
  std::size_t output_symbol(char32_t c) const noexcept {
    const std::size_t symbol = symbol_of(c);
    return symbol < kTableSymbols ? symbol : kFirstClass + (*chars)[c].class_id;
  }

  /// The table symbol of a code point, or `kUnknown`.
  static constexpr std::size_t symbol_of(char32_t c) noexcept {
    if (c < 0x80) return 256 + c;
    return c >= 0x600 && c < 0x700 ? c - 0x600 : kUnknown;
  }
};

/// The tables of an automaton with these stop conditions, and of the single characters that `rules` replace.
ScanTables make_scan_tables(const Automaton& automaton, std::span<const StopCondition> stop_conditions,
                            const RuleSet& rules, const CharTable& chars);

/// A character of the input: the symbol that it always becomes, and its length in bytes.
struct SymbolRead {
  std::size_t symbol;
  std::size_t length;
  bool is_table_symbol;  ///< the character itself is one, so the vectors recognize pairs with it
};

/// The table symbol that begins at `in[0]`, of `size` bytes, or kUnknown.
inline SymbolRead read_raw_symbol(const char* in, std::size_t size) noexcept {
  const auto first = static_cast<unsigned char>(in[0]);
  if (first < 0x80) return {256u + first, 1, true};
  const auto second = static_cast<unsigned char>(size > 1 ? in[1] : 0);
  if ((first & 0xFC) != 0xD8 || (second & 0xC0) != 0x80) return {ScanTables::kUnknown, 1, false};
  return {static_cast<std::size_t>((first & 3) << 6 | (second & 0x3F)), 2, true};
}

/// The slow case of `read_symbol`: a character that is no table symbol.
SymbolRead read_other_symbol(const ScanTables& tables, const char* in, std::size_t size) noexcept;

/// The symbol that the character at `in[0]`, of `size` bytes, always becomes.
inline SymbolRead read_symbol(const ScanTables& tables, const char* in, std::size_t size) noexcept {
  const SymbolRead raw = read_raw_symbol(in, size);
  if (raw.symbol == ScanTables::kUnknown) return read_other_symbol(tables, in, size);
  return {tables.replacement[raw.symbol], raw.length, true};
}

/// Writes a table symbol; returns its length in bytes.
inline std::size_t write_symbol(std::size_t symbol, char* out) noexcept {
  if (symbol >= 256) {
    out[0] = static_cast<char>(symbol - 256);
    return 1;
  }
  out[0] = static_cast<char>(0xD8 | symbol >> 6);
  out[1] = static_cast<char>(0x80 | (symbol & 0x3F));
  return 2;
}

}  // namespace sorani::normalize
