#pragma once

#include <cstddef>
#include <cstdint>

#include "common/io/input/source.hpp"
#include "common/pipeline/piece.hpp"

namespace ku {

/// Deals with ill-formed UTF-8 in a piece, and counts its records. Needs no other piece, so pieces may be checked side
/// by side.
///
/// Under `Invalid::fail` the text ends before the record that is at fault. (Parts of a record too long to hold may have
/// been handed on before; it is terminated then.)
void check(Piece& piece, Invalid invalid);

/// Tells each piece where it stands in its file. Sees the pieces in order.
class Placement {
 public:
  /// Drops pieces of a file that cannot be read any further, and gives the place of the fault to the one that has it.
  void place(Piece& piece);

 private:
  std::uint64_t line_ = 1;
  std::uint64_t byte_ = 0;
  std::size_t broken_file_ = 0;
};

}  // namespace ku
