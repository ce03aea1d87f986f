#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include <sorani/utf8.hpp>

namespace sorani::utf8 {

/// What `find_invalid_utf8` finds, looked for byte by byte: the reference for the fast search, which also uses it to
/// tell what exactly is wrong at the place that it found.
std::optional<Utf8Error> find_ill_formed_bytewise(std::string_view text, std::size_t from) noexcept;

/// A character boundary that no error of `text` lies before. Fast; at most some hundred bytes before the first error or
/// the end.
std::size_t skip_well_formed(std::string_view text) noexcept;

}  // namespace sorani::utf8
