#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "common/pipeline/value.hpp"

namespace ku {

/// Finds the values to process in records. Used by one thread at a time.
class ValueFinder {
 public:
  virtual ~ValueFinder() = default;

  /// Appends the values of `text`, which is whole records of well-formed UTF-8 that end in `terminator`, in their
  /// order. At an error returns it; the values of the records before it have been appended, and none after.
  /// `begins_file`: the text is at the start of its file. `kTextPadding` bytes past the text must be readable.
  virtual std::optional<RecordError> find(std::string_view text, char terminator, bool begins_file,
                                          std::vector<Value>& values) = 0;
};

}  // namespace ku
