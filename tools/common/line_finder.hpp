#pragma once

#include <cstddef>
#include <cstdint>

#include "common/chunk.hpp"

namespace ku {

/// A place in an input file.
struct Position {
  std::uint64_t line;  ///< from 1
  std::uint64_t byte;  ///< from 1, within the line
  bool operator==(const Position&) const = default;
};

/// Tells where in the file a byte of a chunk stands. Quick when asked in the order of the text.
class LineFinder {
 public:
  explicit LineFinder(const Chunk& chunk) : chunk_(chunk), line_(chunk.first_line) {}

  /// `offset` is in bytes from the start of the chunk's text, and at most its size.
  Position at(std::size_t offset);

 private:
  const Chunk& chunk_;
  std::size_t line_start_ = 0;  // of the line asked for last
  std::uint64_t line_;
};

}  // namespace ku
