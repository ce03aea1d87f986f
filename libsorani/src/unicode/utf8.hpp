#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sorani::unicode {

/// A decoded character. An ill-formed sequence is decoded byte by byte, with `value` = `kIllFormed + byte`, so that any
/// bytes can be walked over and written back unchanged.
struct Decoded {
  char32_t value;
  std::uint32_t length;  ///< bytes, at least 1
};

/// Values at and above this one are single bytes of ill-formed UTF-8, not code points.
inline constexpr char32_t kIllFormed = 0x110000;

/// The character that begins at `text[at]`; `at < text.size()`.
Decoded decode(std::string_view text, std::size_t at) noexcept;

/// The character that ends just before `text[end]`; `0 < end <= text.size()`. Walking back from a character
/// boundary visits the same characters as walking forward.
Decoded decode_before(std::string_view text, std::size_t end) noexcept;

/// Appends one value that `decode` returned.
void append(char32_t value, std::string& out);

}  // namespace sorani::unicode
