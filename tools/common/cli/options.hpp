#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/cli/command_line.hpp"
#include "common/io/input/source.hpp"
#include "common/pipeline/input.hpp"
#include "common/pipeline/progress.hpp"

namespace ku {

/// What every tool takes.
struct CommonOptions {
  std::vector<std::string> files;  ///< `-` is standard input; none: standard input too
  std::string output = "-";
  unsigned jobs = 1;  ///< threads; at least 1 once parsed
  bool null = false;  ///< records end in NUL
  Invalid invalid = Invalid::fail;
  std::string encoding;  ///< as ICU calls it; empty: UTF-8, or what a byte-order mark says
  ProgressMode progress = ProgressMode::automatic;
  bool quiet = false;
  bool help = false;
  bool version = false;
  std::size_t chunk_size = kDefaultChunkSize;  ///< bytes; for tests
  bool whole_records = false;                  ///< set by the tool: it cannot work on pieces of a record

  char terminator() const { return null ? '\0' : '\n'; }
};

/// Adds the common options, in groups of their own, to the table of a tool.
void define_common_options(CommandLine& line, CommonOptions& options);

}  // namespace ku
