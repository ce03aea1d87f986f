#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compare/entry.hpp"

namespace bench {

/// The medians of the runs of an entry.
struct Result {
  double wall;
  double cpu;
  double peak_bytes;
  double bytes_per_second;  ///< of input, by wall time; 0 for an empty input
  double spread;            ///< of wall time: the slowest less the fastest run, as a share of the median
};

/// Nothing if the entry failed.
std::optional<Result> result_of(const Entry& entry);

/// A speed that the machine does not exceed, such as that of memcpy: a column of the table has the speeds as shares.
struct Limit {
  std::string name;
  double bytes_per_second;
};

/// One table of all entries, in text or in Markdown.
std::string table(const std::vector<Entry>& entries, const std::vector<Limit>& limits, bool markdown);

/// A sentence for the reader if the commands had to wait for their processors, or nothing: medians of wall time are
/// then less exact, and CPU time says more.
std::string busy_note(const std::vector<Entry>& entries);

}  // namespace bench
