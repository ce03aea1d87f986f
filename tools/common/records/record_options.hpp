#pragma once

#include <string>
#include <vector>

#include "common/records/columns.hpp"

namespace ku {

/// What becomes of the output of a worker that gets values of records instead of text.
enum class RecordOutput {
  replace,  ///< it takes the place of the value, and every other byte of the record stays as it is
  gather,   ///< it is written, and the records are not
  whole,    ///< the worker gets all values of a record at once, joined by line ends, and writes what it wants of
            ///< `Chunk::record`; `append_with_members` adds members to it
};

/// Which text of a record is processed.
struct RecordOptions {
  std::vector<std::vector<std::string>> fields;  ///< of JSON Lines: the steps of each; see `parse_field`
  std::vector<ColumnRange> columns;              ///< of tab-separated values
  RecordOutput output = RecordOutput::replace;   ///< set by the tool
  bool as_list = false;                          ///< replace a string by the list of the lines of the output
  std::string into;                              ///< write to this member of the object instead; empty: in place
  std::vector<std::string> members;              ///< of the object, which the worker adds; set by the tool

  bool is_on() const { return !fields.empty() || !columns.empty(); }
};

}  // namespace ku
