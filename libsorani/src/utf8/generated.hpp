#pragma once

#include <cstdint>
#include <span>

#include "utf8/properties.hpp"

/// The tables behind properties.hpp, which `tablegen utf8` defines. Over all code points they have two stages:
/// `Index[Block[c / 256] * 256 + c % 256]`.
namespace sorani::utf8::tables {

/// The properties of a code point. Few combinations occur: the table has an index into them for each code point.
struct Properties {
  Category category;
  std::uint8_t combining_class;
  bool nfc_no;
  bool nfc_maybe;
  std::int8_t digit_value;  ///< -1 if it has none
  std::int32_t to_lower;    ///< offset of the simple lower-case mapping
};

extern const std::uint16_t kPropertiesBlock[];
extern const std::uint16_t kPropertiesIndex[];
extern const Properties kProperties[];

/// A sequence as a part of an array of characters.
struct Sequence {
  std::uint16_t begin;
  std::uint16_t length;
};

/// Sequence 0 is the empty one.
extern const std::uint16_t kDecompositionBlock[];
extern const std::uint16_t kDecompositionIndex[];
extern const Sequence kDecompositions[];
extern const char32_t kDecompositionCharacters[];

/// One sequence for each code point of the range.
inline constexpr char32_t kFirstPresentationForm = 0xFB50;
inline constexpr char32_t kLastPresentationForm = 0xFEFF;
extern const Sequence kPresentationForms[];
extern const char32_t kPresentationFormCharacters[];

/// A primary composite (without Hangul) and its two parts.
struct Composition {
  char32_t first;
  char32_t second;
  char32_t composite;
};

/// Sorted by `first`, then `second`.
std::span<const Composition> compositions() noexcept;

}  // namespace sorani::utf8::tables
