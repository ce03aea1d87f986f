#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/io/input/source.hpp"

namespace ku {

/// What is wrong with an escape of a JSON string.
struct EscapeError {
  std::size_t offset;  ///< of its backslash
  bool is_surrogate;   ///< it is the half of a surrogate pair without the other half; else it is malformed
};

/// The first malformed escape of a JSON string, given without its quotation marks. An unpaired surrogate, which the
/// grammar of JSON allows but no text can hold, is an error only if `with_surrogates` is set.
std::optional<EscapeError> find_bad_escape(std::string_view raw, bool with_surrogates);

/// Appends the text of a JSON string, given without its quotation marks. Malformed escapes are copied. Unpaired
/// surrogates are dropped under `Invalid::skip`, else replaced by U+FFFD; returns how many were replaced, or how many
/// bytes of escapes were dropped.
std::uint64_t append_unescaped(std::string_view raw, Invalid invalid, std::string& text);

}  // namespace ku
