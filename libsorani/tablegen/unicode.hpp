#pragma once

#include <cstdint>
#include <string>
#include <vector>

/// Properties of characters that several commands need, from utf8proc.
namespace tablegen {

/// A code point as utf8proc and ICU take it.
constexpr std::int32_t signed_value(char32_t c) noexcept { return static_cast<std::int32_t>(c); }

bool is_surrogate(char32_t c) noexcept;

/// The full canonical decomposition of every character; empty where there is none, and for Hangul.
std::vector<std::u32string> canonical_decompositions();

/// Canonical composition of a decomposed text.
std::u32string compose_all(const std::u32string& decomposed);

/// True if normalization form C never holds this character (NFC_Quick_Check=No), which has this decomposition.
bool is_nfc_no(char32_t c, const std::u32string& decomposition);

/// The full compatibility decomposition of an Arabic presentation form; empty for any other character. Without the
/// spaces and tatweels that Unicode puts there as the base of a mark.
std::u32string presentation_form(char32_t c);

/// Simple lower-case mapping; the character itself where there is none.
char32_t lower_case(char32_t c) noexcept;

}  // namespace tablegen
