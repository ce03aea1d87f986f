#pragma once

#include <cstddef>
#include <cstdint>

#include "common/pipeline/chunk.hpp"

namespace ku {

/// A position in an input file.
struct Position {
  std::uint64_t line;  ///< from 1
  std::uint64_t byte;  ///< from 1, within the line
  bool operator==(const Position&) const = default;
};

/// Converts offsets in a chunk to positions in its file. For increasing offsets it reads each byte once. In a value of
/// a record, the line is that of the record and the byte that of the value.
class LineFinder {
 public:
  explicit LineFinder(const Chunk& chunk) : chunk_(chunk), line_(chunk.first_line) {}

  /// The position of the byte at `offset` of the chunk's text; `offset` may be its size.
  Position at(std::size_t offset);

 private:
  const Chunk& chunk_;
  std::size_t line_start_ = 0;  // start of the line of the last answer
  std::size_t searched_ = 0;    // there is no terminator between `line_start_` and here
  std::uint64_t line_;
};

}  // namespace ku
