#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>

namespace ku {

/// This many bytes past the text of a chunk can be read.
inline constexpr std::size_t kTextPadding = 64;

/// A place in a record: a string of a JSON object, or a column.
struct Value {
  enum class Kind : std::uint8_t {
    text,    ///< text to process: the inside of a string, or a column
    source,  ///< begin of a JSON value whose texts go into another member; `end` is not set
    target,  ///< begin of the JSON value that they replace; `end` is not set
    list,    ///< begin of a list inside the list of a field; `end` is not set
  };
  static constexpr std::uint32_t kNoElement = std::numeric_limits<std::uint32_t>::max();

  std::size_t begin = 0;               ///< offset in the text of the chunk
  std::size_t end = 0;                 ///< offset just past the value; quotation marks are not part of it
  std::uint64_t line = 0;              ///< number of records in the chunk before that of the value
  std::uint32_t field = 0;             ///< number of the field, column or target that was asked for, from 0
  std::uint32_t element = kNoElement;  ///< if it is in a list: which element, from 0
  std::uint32_t list = 0;              ///< in a list inside the field's: how many values before this one that list is
  Kind kind = Kind::text;
  bool has_escapes = false;  ///< JSON escapes, which must be decoded
};

/// Why a record is not what it should be.
struct RecordError {
  std::size_t offset;   ///< in the text of the chunk
  std::string message;  ///< without file and position
};

}  // namespace ku
