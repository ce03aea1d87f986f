#pragma once

#include <cstddef>
#include <cstdint>

#include "common/pipeline/pipeline_item.hpp"

namespace ku {

/// Finds line and byte at which the chunks of a file begin, by adding up the line ends of those before. Gets the items
/// in order.
class LineLocator {
 public:
  /// Sets the position of the chunk, and makes that of its fault absolute. Drops the items of a file after its fault.
  void locate(PipelineItem& item);

 private:
  std::uint64_t line_ = 1;
  std::uint64_t byte_ = 0;
  std::size_t broken_file_ = 0;  // number of the last file that had a fault
};

}  // namespace ku
