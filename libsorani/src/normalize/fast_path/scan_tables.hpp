#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "normalize/automaton.hpp"
#include "normalize/char_table.hpp"
#include "normalize/fast_path/scan_data.hpp"
#include "normalize/hooks/word_marks.hpp"
#include "normalize/rules/rule_set.hpp"

namespace sorani::normalize {

/// The tables of the fast path.
struct ScanTables : ScanData {
  /// `Deletion` for each pair of classes, `no_class` included: a tatweel after a letter, a space after a space, a space
  /// before a line end …
  std::span<const Deletion> deletions;

  const Automaton* automaton = nullptr;
  const CharTable* chars = nullptr;
  const RuleSet* rules = nullptr;
  MarkRules marks;

  bool has_letters() const noexcept { return letters.count > 0; }

  /// The last symbol of a text, and the one before it as far as that matters to pairs.
  struct Context {
    std::size_t symbol;
    std::uint32_t pairs;  ///< bit k: the last symbol is in the first set of pair k, after one of the set before it
  };
  /// The context after a symbol whose predecessor is not known.
  Context context_of(std::size_t symbol) const noexcept { return {symbol, symbols[symbol].flags / kFirstFlag & 0xFF}; }
  /// The context after `symbol` has been added.
  Context context_after(Context before, std::size_t symbol) const noexcept {
    return {symbol, symbols[before.symbol].flags / kBeforeFlag & symbols[symbol].flags / kFirstFlag};
  }
  bool is_pair(Context before, std::size_t symbol) const noexcept {
    return (before.pairs & symbols[symbol].flags / kSecondFlag & 0xFF) != 0;
  }
  /// True if the vectors may not see that the next symbol ends a triple, when they have not seen the last two as they
  /// are.
  static bool begins_triple(Context last) noexcept { return (last.pairs & kTripleBits) != 0; }

  bool is_stop(std::size_t symbol) const noexcept { return (symbols[symbol].flags & kStopFlag) != 0; }

  /// What to do with a symbol, after its unconditional replacement.
  enum class Action : std::uint8_t {
    copy,
    replace,        ///< by `last_replacement`
    remove,         ///< do not copy it
    remove_before,  ///< remove the last symbol of the output, if `can_follow` allows it
    stop,           ///< a pattern may match
  };
  Action action(Context before, std::size_t symbol) const noexcept {
    const Symbol& first = symbols[before.symbol];
    const Symbol& second = symbols[symbol];
    const Deletion deletion = deletions[first.class_before * (no_class + 1) + second.class_after];
    if (symbol == kDeleted || deletion == Deletion::last) return Action::remove;
    if (deletion == Deletion::last_replaced) return Action::replace;
    if ((second.flags & kStopFlag) != 0) return Action::stop;
    if (deletion == Deletion::first) return Action::remove_before;
    if (is_pair(before, symbol)) return Action::stop;
    if ((second.flags & kMarkFlag) != 0 && first.combining_class > second.combining_class) return Action::stop;
    return Action::copy;
  }

  /// What a symbol becomes after another one, for `Action::replace`.
  std::size_t last_replacement(std::size_t before, std::size_t symbol) const noexcept {
    return symbol_of(automaton->replacement_of_last(symbols[before].class_before, symbols[symbol].class_after));
  }

  bool may_be_changed_between(std::size_t symbol) const noexcept { return (symbols[symbol].flags & kMiddleFlag) != 0; }

  /// True if a pattern changes `symbol`, which `may_be_changed_between`, between two others, whatever precedes them.
  bool is_changed_between(std::size_t before, std::size_t symbol, std::size_t next) const noexcept {
    const Symbol& first = symbols[before];
    const ClassId after = symbols[next].class_after;
    if (first.class_before == no_class || after == no_class || (first.flags & kMidPatternFlag) != 0) return false;
    return automaton->changes_middle(first.class_before, symbols[symbol].class_after, after);
  }

  /// What it becomes there, if that is not changed again after the symbol before: kDeleted, a letter or kUnsupported.
  std::size_t middle_replacement(Context before, std::size_t symbol) const noexcept {
    const char32_t to = automaton->replacement_of_middle(symbols[symbol].class_after);
    if (to == 0) return kDeleted;
    return action(before, symbol_of(to)) == Action::copy ? symbol_of(to) : kUnsupported;
  }

  /// True if nothing is to be done when two symbols become adjacent because the one between them was removed.
  bool can_follow(Context before, std::size_t symbol) const noexcept {
    return (symbols[before.symbol].flags & kMidPatternFlag) == 0 && action(before, symbol) == Action::copy;
  }

  /// The symbol of a character of the output.
  std::size_t output_symbol(char32_t c) const noexcept {
    const std::size_t symbol = symbol_of(c);
    return symbol < kTableSymbols ? symbol : kFirstClass + (*chars)[c].class_id;
  }
};

/// What a single character always becomes in the fast path: a table symbol (kUnknown if it is none and stays), kDeleted
/// or kUnsupported.
std::size_t unconditional_replacement(char32_t c, const RuleSet& rules);

/// A character of the input: the symbol that it always becomes, and its length in bytes.
struct SymbolRead {
  std::size_t symbol;
  std::size_t length;
  bool is_table_symbol;  ///< the vectors do not stop at it by itself, and recognize pairs with it
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
  const std::uint16_t symbol = tables.read_as[raw.symbol];
  return {symbol & (ScanTables::kStopBit - 1u), raw.length, symbol < ScanTables::kStopBit};
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
