#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compare/command.hpp"

namespace bench {

/// One command of a comparison: a line of the file that bench/run writes.
struct Entry {
  std::string name;
  bool reference;  ///< the others are set in relation to it
  int cores;
  std::string input;
  std::string command;
  double input_bytes = 0;
  std::vector<Usage> runs;
  std::string failure;  ///< why there is no result, or empty
};

/// The medians of the runs of an entry.
struct Result {
  double wall;
  double cpu;
  double peak_bytes;
  double bytes_per_second;  ///< of input, by wall time
  double spread;            ///< of wall time: the slowest less the fastest run, as a share of the median
};

/// Nothing if the entry failed.
std::optional<Result> result_of(const Entry& entry);

/// A table of the entries, a column of ratios for each reference, in text or in Markdown.
std::string table(const std::vector<Entry>& entries, bool markdown);

/// A sentence for the reader if the commands had to wait for their processors, or nothing: medians of wall time are
/// then less exact, and CPU time says more.
std::string busy_note(const std::vector<Entry>& entries);

}  // namespace bench
