#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace sorani::utf8 {

/// General category in the two-letter form of the Unicode Standard, in utf8proc's order.
enum class Category : std::uint8_t {
  Cn,
  Lu,
  Ll,
  Lt,
  Lm,
  Lo,
  Mn,
  Mc,
  Me,
  Nd,
  Nl,
  No,
  Pc,
  Pd,
  Ps,
  Pe,
  Pi,
  Pf,
  Po,
  Sm,
  Sc,
  Sk,
  So,
  Zs,
  Zl,
  Zp,
  Cc,
  Cf,
  Cs,
  Co
};

/// Values above U+10FFFF (bytes of ill-formed text) have category Cn and no other property.
Category category(char32_t c) noexcept;

/// Canonical combining class; 0 for characters that don't reorder.
std::uint8_t combining_class(char32_t c) noexcept;

/// True if normalization form C never holds this character (NFC_Quick_Check=No): it always decomposes.
bool nfc_no(char32_t c) noexcept;

/// True if this character may combine with one before it (NFC_Quick_Check=Maybe).
bool nfc_maybe(char32_t c) noexcept;

/// The primary composite of two characters, Hangul included.
std::optional<char32_t> compose(char32_t first, char32_t second) noexcept;

/// Full canonical decomposition, or an empty view if there is none. Empty for Hangul syllables, too: they are never
/// NFC_Quick_Check=No.
std::u32string_view canonical_decomposition(char32_t c) noexcept;

/// Full compatibility decomposition of the Arabic presentation forms (U+FB50..FDFF, U+FE70..FEFF), or an empty view.
/// Without the spaces and tatweels that Unicode puts there as the base of a mark.
std::u32string_view presentation_form(char32_t c) noexcept;

/// Simple lower-case mapping; the character itself where there is none.
char32_t to_lower(char32_t c) noexcept;

/// Value 0..9 of a decimal digit of any script, or -1.
int digit_value(char32_t c) noexcept;

}  // namespace sorani::utf8
