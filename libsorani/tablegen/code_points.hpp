#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tsv.hpp"

namespace tablegen {

inline constexpr char32_t kCodePointCount = 0x110000;

/// True if `text` is well-formed UTF-8.
bool is_utf8(std::string_view text) noexcept;

/// The code points of well-formed UTF-8. Throws `Error` otherwise.
std::u32string to_code_points(std::string_view utf8);

/// UTF-8 of code points.
std::string to_utf8(std::u32string_view text);

/// `U+0643`, with at least four digits.
std::string notation(char32_t c);

/// The name that Unicode gives a character, or `<control-000A>` and the like where it gives none.
std::string character_name(char32_t c);

/// The names of the characters of a text, joined with ` + `.
std::string character_names(std::u32string_view text);

/// Code points in notation with spaces between (`U+0648 U+064E`), or nothing if the field is not all of that kind.
std::optional<std::u32string> parse_notation(std::string_view field);

/// A field that holds text: either code points in notation with spaces between (`U+0648 U+064E`) or the characters
/// themselves. Calls `row.fail` if it is neither, or empty.
std::u32string text_field(const TsvRow& row, std::string_view column);

/// As `text_field`, for exactly one character.
char32_t code_point_field(const TsvRow& row, std::string_view column);

/// Calls `row.fail` unless the field holds the names of the characters of `text`.
void check_names(const TsvRow& row, std::string_view column, std::u32string_view text);

}  // namespace tablegen
