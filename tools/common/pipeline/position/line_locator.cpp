#include "common/pipeline/position/line_locator.hpp"

namespace ku {

void LineLocator::locate(PipelineItem& item) {
  if (item.file_number == 0) return;  // only messages
  if (item.file_number == broken_file_) {
    item.is_dropped = true;
    return;
  }
  if (item.begins_file) {
    line_ = 1;
    byte_ = 0;
  }
  item.chunk.first_line = line_;
  item.chunk.first_byte = byte_;
  if (item.fault) {
    if (item.fault->line == 0) item.fault->byte += byte_;
    item.fault->line += line_;
    broken_file_ = item.file_number;
  }
  line_ += item.terminators;
  byte_ = item.terminators == 0 ? byte_ + item.bytes_after_terminator : item.bytes_after_terminator;
}

}  // namespace ku
