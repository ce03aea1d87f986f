#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include <sorani/utf8.hpp>

namespace sorani::utf8 {

/// `find_invalid_utf8`, byte by byte. It is the reference for the fast search, which uses it to classify the error that
/// it found.
std::optional<Utf8Error> find_ill_formed_bytewise(std::string_view text, std::size_t from) noexcept;

/// A character boundary before which `text` has no error, at most a few hundred bytes before the first error or the
/// end. Uses vector instructions.
std::size_t skip_well_formed(std::string_view text) noexcept;

}  // namespace sorani::utf8
