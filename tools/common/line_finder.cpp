#include "common/line_finder.hpp"

#include "common/scan.hpp"

namespace ku {

Position LineFinder::at(std::size_t offset) {
  if (offset < line_start_) {
    line_start_ = 0;
    line_ = chunk_.first_line;
  }
  const std::string_view passed = chunk_.text.substr(line_start_, offset - line_start_);
  if (const std::size_t end = end_of_last_record(passed, chunk_.terminator); end != 0) {
    line_ += count_byte(passed.substr(0, end), chunk_.terminator);
    line_start_ += end;
  }
  const std::uint64_t before = line_start_ == 0 ? chunk_.first_byte : 0;
  return {line_, before + (offset - line_start_) + 1};
}

}  // namespace ku
