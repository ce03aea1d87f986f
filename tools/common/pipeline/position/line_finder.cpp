#include "common/pipeline/position/line_finder.hpp"

#include "common/text/record_ends.hpp"

namespace ku {

Position LineFinder::at(std::size_t offset) {
  if (!chunk_.field.empty()) return {chunk_.first_line, offset + 1};
  const std::string_view text = chunk_.text;
  if (offset < line_start_) {
    line_ -= count_byte(text.substr(offset, line_start_ - offset), chunk_.terminator);
    line_start_ = end_of_last_record(text.substr(0, offset), chunk_.terminator);
    searched_ = offset;
  } else if (offset > searched_) {
    const std::string_view passed = text.substr(searched_, offset - searched_);
    if (const std::size_t end = end_of_last_record(passed, chunk_.terminator); end != 0) {
      line_ += count_byte(passed.substr(0, end), chunk_.terminator);
      line_start_ = searched_ + end;
    }
    searched_ = offset;
  }
  const std::uint64_t before = line_start_ == 0 ? chunk_.first_byte : 0;
  return {line_, before + (offset - line_start_) + 1};
}

}  // namespace ku
