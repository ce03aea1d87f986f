#include "common/pipeline/utf8_check.hpp"

#include <fmt/core.h>

#include <sorani/utf8.hpp>
#include <string>
#include <string_view>

#include "common/text/record_ends.hpp"

namespace ku {
namespace {

Fault fault_of(const sorani::Utf8Error& error, std::string_view text) {
  std::string bytes;
  for (const char byte : text.substr(error.offset, error.length)) {
    bytes += fmt::format(" {:02X}", static_cast<unsigned char>(byte));
  }
  return {fmt::format("ill-formed UTF-8: {}:{}", sorani::describe(error.kind), bytes), true};
}

/// Ends the text before the record that contains `offset`. Line and byte of the fault are relative to the chunk; the
/// `LineLocator` makes them absolute.
void end_before_record_at(std::size_t offset, PipelineItem& item) {
  Chunk& chunk = item.chunk;
  const std::size_t end = end_of_last_record(chunk.text.substr(0, offset), chunk.terminator);
  item.fault->line = count_byte(chunk.text.substr(0, end), chunk.terminator);
  item.fault->byte = offset - end + 1;
  if (end == 0 && !starts_line(chunk.fragment)) {
    item.repaired.assign(1, chunk.terminator);
    chunk.text = item.repaired;
    chunk.fragment = sorani::Fragment::last;
  } else {
    chunk.text = chunk.text.substr(0, end);
    chunk.fragment = starts_line(chunk.fragment) ? sorani::Fragment::whole : sorani::Fragment::last;
  }
}

void repair(PipelineItem& item, Invalid invalid) {
  Chunk& chunk = item.chunk;
  item.repaired.reserve(chunk.text.size());
  item.repairs += invalid == Invalid::replace ? sorani::replace_invalid_utf8(chunk.text, item.repaired)
                                              : sorani::drop_invalid_utf8(chunk.text, item.repaired);
  item.repaired.reserve(item.repaired.size() + kTextPadding);
  chunk.text = item.repaired;
  chunk.is_repaired = true;
}

void count_records(PipelineItem& item) {
  const Chunk& chunk = item.chunk;
  item.terminators = count_byte(chunk.text, chunk.terminator);
  item.bytes_after_terminator = chunk.text.size() - end_of_last_record(chunk.text, chunk.terminator);
}

}  // namespace

void check(PipelineItem& item, Invalid invalid) {
  Chunk& chunk = item.chunk;
  const auto error = item.is_converted ? std::nullopt : sorani::find_invalid_utf8(chunk.text);
  if (error && invalid == Invalid::fail) {
    item.fault = fault_of(*error, chunk.text);
    end_before_record_at(error->offset, item);
  } else {
    if (error) repair(item, invalid);
    if (item.fault) end_before_record_at(chunk.text.size(), item);
  }
  count_records(item);
}

void fail_at(const RecordError& error, PipelineItem& item) {
  item.fault = Fault{error.message, true};
  end_before_record_at(error.offset, item);
  count_records(item);
}

}  // namespace ku
