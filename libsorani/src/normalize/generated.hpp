#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "normalize/rules/pattern.hpp"

/// What `tablegen normalize` defines, from libsorani/data.
namespace sorani::normalize {

/// A row of normalize-rules.tsv.
struct RuleRow {
  std::string_view name;
  std::string_view profile;
  std::string_view supersedes;
  std::string_view description;
  std::string_view before;
  std::string_view after;
  std::string_view source;
  std::string_view note;
};

std::span<const RuleRow> rule_rows() noexcept;

/// What a rule replaces a character by in any context: a part of `replacement_text()`. The rows have no pointers, since
/// each would be relocated at start-up.
struct ReplacementRow {
  char32_t from;
  std::uint32_t begin;
  std::uint16_t rule;  ///< index into `rule_rows()`
  std::uint16_t length;
  std::uint16_t next;  ///< the next row for the same character: its index plus 1, or 0
};

/// The rows of normalize-mappings.tsv without context, and of the tables that they name, in the order of the file: of
/// two rows for a character the first decides.
std::span<const ReplacementRow> replacement_rows() noexcept;
std::u32string_view replacement_text() noexcept;

namespace tables {

/// The first row for each code point, its index plus 1, or 0: a two-stage table.
extern const std::uint16_t kFirstReplacementBlock[];
extern const std::uint16_t kFirstReplacementIndex[];

}  // namespace tables

/// The rows of normalize-mappings.tsv with context, in the order of the file.
std::span<const Pattern> pattern_rows() noexcept;

/// A rule that replaces ASCII digits in tokens without Latin letters.
struct TokenDigitsRow {
  std::uint16_t rule;
  char32_t zero;
};

std::span<const TokenDigitsRow> token_digits_rows() noexcept;

/// The characters of the sets <invisible> and <isolate>. The rule `invisible` deletes them only when the character
/// after them is known; until then they must not end a word.
std::u32string_view transient_characters() noexcept;

/// The words of final-waw.tsv without their final waw, sorted.
std::span<const std::u32string_view> final_waw_stems() noexcept;

/// A row of vowel-marks.tsv.
struct VowelMarkRow {
  char32_t letter;
  char32_t mark;
  char32_t to;
  bool initial;
  char32_t not_after;  ///< or 0
};

std::span<const VowelMarkRow> vowel_mark_rows() noexcept;

/// A row of html-entities.tsv.
struct EntityRow {
  std::string_view name;
  std::u32string_view value;
};

/// Sorted by name.
std::span<const EntityRow> entity_rows() noexcept;

/// A symbol of the column `from` of legacy-fonts.tsv: one of some code points, once or repeated.
struct FontSymbol {
  std::u32string_view points;
  std::uint8_t min_repeats;
  std::uint8_t max_repeats;

  static constexpr std::uint8_t kMaxRepeats = 8;  ///< of `*` and `+`: bounds the time for hostile text

  bool contains(char32_t c) const noexcept { return points.find(c) != std::u32string_view::npos; }
};

/// A row of legacy-fonts.tsv.
struct FontRow {
  std::uint8_t font;  ///< index into `font_names()`
  SymbolSet left;
  std::span<const FontSymbol> from;
  SymbolSet right;
  std::u32string_view to;
};

/// The rows of one font are consecutive.
std::span<const FontRow> font_rows() noexcept;
std::span<const std::string_view> font_names() noexcept;

}  // namespace sorani::normalize
