#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Numbers with separators in both scripts.
///
///     Arabic script   Latin letters
///     ٢٫٥             2,5            decimal separator; a point stays a point on both sides: ٢.٥
///     ١٬٠٠٠٬٠٠٠       1,000,000      groups of three digits
///     ١٬٢٣٤٫٥         1,234.5        both
///     ١،٢،٣           1,2,3          a list
///
/// Both directions in turn give the same number. Where the Latin form would be ambiguous (١٫٢٥٠ would be 1,250, a
/// number with groups), the separators are copied.
namespace sorani::transliterate {

/// The end of the number that begins at `at` in Latin text: ASCII digits, and single points and commas between them.
std::size_t latin_number_end(std::string_view text, std::size_t at) noexcept;

/// Appends a number, as found by `latin_number_end`, in the Arabic script.
void append_arabic_number(std::string_view number, std::string& out);

/// The end of the number that begins at `at` in Arabic text: digits of the Arabic script, and single ٫ ٬ ، between
/// them.
std::size_t arabic_number_end(std::string_view text, std::size_t at) noexcept;

/// Appends a number, as found by `arabic_number_end`, with ASCII digits and separators.
void append_latin_number(std::string_view number, std::string& out);

}  // namespace sorani::transliterate
