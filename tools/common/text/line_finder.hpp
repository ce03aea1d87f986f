#pragma once

#include <cstddef>
#include <cstdint>

#include "common/pipeline/chunk.hpp"

namespace ku {

/// A place in an input file.
struct Position {
  std::uint64_t line;  ///< from 1
  std::uint64_t byte;  ///< from 1, within the line
  bool operator==(const Position&) const = default;
};

/// Tells where in the file a byte of a chunk stands. Asked in the order of the text, it reads each byte once.
class LineFinder {
 public:
  explicit LineFinder(const Chunk& chunk) : chunk_(chunk), line_(chunk.first_line) {}

  /// `offset` is in bytes from the start of the chunk's text, and at most its size.
  Position at(std::size_t offset);

 private:
  const Chunk& chunk_;
  std::size_t line_start_ = 0;  // of the line asked for last
  std::size_t searched_ = 0;    // no terminator stands between the line's start and here
  std::uint64_t line_;
};

}  // namespace ku
