#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/cli/command_line.hpp"
#include "common/io/input/source.hpp"
#include "common/pipeline/input.hpp"
#include "common/pipeline/progress.hpp"
#include "common/records/record_options.hpp"

namespace ku {

/// The options that all tools have.
struct CommonOptions {
  std::vector<std::string> files;  ///< `-` is standard input; none: standard input too
  std::string output = "-";
  unsigned jobs = 1;      ///< number of threads, at least 1 (0 on the command line is replaced by the number of cores)
  bool null = false;      ///< records end in NUL
  RecordOptions records;  ///< if records are structured: where their text is
  Invalid invalid = Invalid::fail;
  std::string encoding;  ///< ICU's name; empty: UTF-8, or the charset of a byte-order mark
  ProgressMode progress = ProgressMode::automatic;
  bool quiet = false;
  bool help = false;
  bool version = false;
  std::size_t chunk_size = kDefaultChunkSize;  ///< bytes; for tests
  bool whole_records = false;                  ///< set by the tool if it cannot process parts of a record

  /// What ends a record.
  char terminator() const { return null ? '\0' : '\n'; }
  /// What ends a line of the text that workers get.
  char line_end() const { return records.is_on() ? '\n' : terminator(); }
};

/// Adds the common options to the table of a tool, in groups of their own.
void define_common_options(CommandLine& line, CommonOptions& options);

}  // namespace ku
