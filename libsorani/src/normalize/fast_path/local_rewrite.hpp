#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "normalize/fast_path/scan_tables.hpp"

namespace sorani::normalize {

/// A replacement for the end of the output and the start of the remaining input together.
struct Patch {
  std::size_t taken_back;  ///< bytes at the end of the output
  std::size_t read;        ///< bytes at the start of the input, at least one character
  std::array<char, 64> text;
  std::size_t size;  ///< bytes of `text`
};

/// Applies the patterns around a stop of the fast path, in a window of a few characters: the last ones of the output
/// `out` and the first ones of the input `in`. The result is what the rewriter would give; afterwards the fast path can
/// resume. Nothing if the window is too small, if too many patterns apply, or if a hook may have something to do: then
/// the rewriter has to take over.
///
/// `is_stop`: the first character of the input meets a stop condition by itself, not as the second of a pair.
std::optional<Patch> rewrite_locally(const ScanTables& tables, std::string_view out, std::string_view in,
                                     bool is_stop) noexcept;

}  // namespace sorani::normalize
