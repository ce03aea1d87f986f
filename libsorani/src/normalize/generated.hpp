#pragma once

#include <cstdint>
#include <span>
#include <string_view>

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

/// A row of normalize-mappings.tsv; for the syntax of patterns see pattern.hpp.
struct MappingRow {
  std::uint16_t rule;  ///< index into `rule_rows()`
  std::string_view left;
  std::string_view from;
  std::string_view right;
  std::string_view to;
};

/// A row of vowel-marks.tsv.
struct VowelMarkRow {
  char32_t letter;
  char32_t mark;
  char32_t to;
  bool initial;
  char32_t not_after;  ///< or 0
};

/// A row of symbol-bullets.tsv.
struct BulletRow {
  char32_t from;
  char32_t to;
  bool line_start_only;
};

/// A row of html-entities.tsv; rows are sorted by name.
struct EntityRow {
  std::string_view name;
  std::u32string_view value;
};

/// A row of legacy-fonts.tsv; `font` indexes `font_names()`, for the syntax of patterns see font.hpp.
struct FontRow {
  std::uint8_t font;
  std::string_view left;
  std::string_view from;
  std::string_view right;
  std::u32string_view to;
};

std::span<const RuleRow> rule_rows() noexcept;
std::span<const MappingRow> mapping_rows() noexcept;
/// The characters of the sets <invisible> and <isolate>. The rule `invisible` deletes them only when the character
/// after them is known; until then they must not end a word.
std::u32string_view transient_characters() noexcept;
/// The words of final-waw.tsv without their final waw, sorted.
std::span<const std::u32string_view> final_waw_stems() noexcept;
std::span<const VowelMarkRow> vowel_mark_rows() noexcept;
std::span<const BulletRow> bullet_rows() noexcept;
std::span<const EntityRow> entity_rows() noexcept;
std::span<const FontRow> font_rows() noexcept;
std::span<const std::string_view> font_names() noexcept;

}  // namespace sorani::normalize
