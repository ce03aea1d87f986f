#pragma once

#include <array>
#include <cstddef>
#include <optional>

#include "normalize/fast_path/scan_tables.hpp"

namespace sorani::normalize {

/// What patterns make of the end of the output and the start of the rest of the input.
struct Patched {
  std::size_t taken_back;  ///< bytes of the output that are replaced
  std::size_t read;        ///< bytes of the input that are replaced, at least one character
  std::array<char, 64> text;
  std::size_t size;  ///< bytes of `text`, what both become
};

/// Applies the patterns that end within the next few characters of the input, from `in` to `in_end`, given the output
/// from `out_begin` to `out_end`. Nothing if it would take more than the patterns of a few characters to do so: then
/// the rewriter has to. Afterwards the fast path may go on. `is_stop`: the first character is more than the second of a
/// pair.
std::optional<Patched> apply_patterns(const ScanTables& tables, const char* out_begin, const char* out_end,
                                      const char* in, const char* in_end, bool is_stop) noexcept;

}  // namespace sorani::normalize
