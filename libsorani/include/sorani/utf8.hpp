#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <sorani/export.hpp>

namespace sorani {
inline namespace v0 {

/// Why a sequence of bytes is not UTF-8 (Unicode 15, section 3.9, table 3-7).
enum class Utf8ErrorKind {
  unexpected_continuation,  ///< a byte 80..BF where a character should begin
  invalid_byte,             ///< C0, C1, F5..FF: bytes that UTF-8 never uses
  overlong,                 ///< a form longer than the character needs: E0 80..9F, F0 80..8F
  surrogate,                ///< U+D800..U+DFFF: ED A0..BF
  too_large,                ///< above U+10FFFF: F4 90..BF
  missing_continuation,     ///< a character broken off by a byte that does not continue it
  truncated,                ///< the text ends inside a character
};

/// One ill-formed sequence.
struct Utf8Error {
  Utf8ErrorKind kind;
  std::size_t offset;  ///< bytes from the start of the text to the first ill-formed byte
  std::size_t length;  ///< bytes of the maximal subpart, which one U+FFFD replaces
};

/// A short English description of an error, such as "byte that UTF-8 never uses".
SORANI_API std::string_view describe(Utf8ErrorKind kind) noexcept;

/// The first ill-formed sequence of `text` at or after byte `from`, or nothing if the rest is valid UTF-8.
SORANI_API std::optional<Utf8Error> find_invalid_utf8(std::string_view text, std::size_t from = 0) noexcept;

/// Appends `text` to `out` with U+FFFD for each maximal subpart of an ill-formed sequence, as Unicode recommends
/// (section 3.9, "U+FFFD Substitution of Maximal Subparts"). Returns how many were replaced.
SORANI_API std::size_t replace_invalid_utf8(std::string_view text, std::string& out);

/// Appends `text` to `out` without the bytes of ill-formed sequences. Returns how many bytes were dropped.
SORANI_API std::size_t drop_invalid_utf8(std::string_view text, std::string& out);

}  // namespace v0
}  // namespace sorani
