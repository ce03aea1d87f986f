#pragma once

#include <cstddef>

#include "normalize/fast_path/scan_tables.hpp"

/// The fast path of the normalizer: copies text in blocks of 64 bytes with vector instructions as long as no rule
/// applies, and handles the common cases of those that do apply on the spot.
///
/// For each pattern one *stop condition* is chosen: a set of symbols, or two or three sets for as many adjacent
/// symbols, without which the pattern cannot match and which ordinary text seldom meets (stop_conditions.hpp). The
/// vectors find, in each block, the bytes where a stop condition is met or a character begins that is no table symbol
/// (scan.cpp). Each such place is handled one symbol at a time (scan_output.hpp): the stop condition may not be met
/// exactly, since sets are joined to save work; the match may only delete or replace one character; or a rewrite of a
/// few characters (local_rewrite.hpp) or of a word with vowel marks (marked_word.hpp) may do. Else the scan ends there,
/// and the rewriter takes over, character by character, until no partial match is past its stop condition
/// (`Automaton::can_resume_fast_path`).
///
/// `scan_reference` does the same one symbol at a time. The tests require equal results from both, on every instruction
/// set, for random rule sets, alignments and lengths.
namespace sorani::normalize {

/// What a scan has done, in bytes.
struct Scanned {
  std::size_t read;
  std::size_t written;
};

/// Bytes that `scan` may write after the end of its output: it writes whole blocks.
inline constexpr std::size_t kScanSlack = 64;

/// Copies `size` bytes from `in` to `out`, with the replacements and deletions that need no more than the two adjacent
/// characters and the rewrites that `rewrite_locally` can do, up to the first symbol that needs the rewriter.
///
/// `in[-1]` must be readable; its value does not matter. `out` must have room for `size + kScanSlack` bytes. `before`
/// is the symbol at the end of the output so far, or kUnknown; `context` bytes of that output, whole characters, can be
/// read before `out`, and tell `rewrite_locally` what precedes.
Scanned scan(const ScanTables& tables, const char* in, std::size_t size, char* out,
             std::size_t before = ScanTables::kUnknown, std::size_t context = 0) noexcept;

/// The same, one symbol at a time: the reference for the tests.
Scanned scan_reference(const ScanTables& tables, const char* in, std::size_t size, char* out,
                       std::size_t before = ScanTables::kUnknown, std::size_t context = 0) noexcept;

}  // namespace sorani::normalize
