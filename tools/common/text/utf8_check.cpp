#include "common/text/utf8_check.hpp"

#include <fmt/format.h>

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

/// Ends the text before the record that `offset` stands in. Line and byte of the fault are relative to the piece.
void end_before_record_at(std::size_t offset, Piece& piece) {
  Chunk& chunk = piece.chunk;
  const std::size_t end = end_of_last_record(chunk.text.substr(0, offset), chunk.terminator);
  piece.fault->line = count_byte(chunk.text.substr(0, end), chunk.terminator);
  piece.fault->byte = offset - end + 1;
  if (end == 0 && !starts_line(chunk.fragment)) {
    piece.repaired.assign(1, chunk.terminator);
    chunk.text = piece.repaired;
    chunk.fragment = sorani::Fragment::last;
  } else {
    chunk.text = chunk.text.substr(0, end);
    chunk.fragment = starts_line(chunk.fragment) ? sorani::Fragment::whole : sorani::Fragment::last;
  }
}

void repair(Piece& piece, Invalid invalid) {
  Chunk& chunk = piece.chunk;
  piece.repaired.reserve(chunk.text.size());
  piece.repairs += invalid == Invalid::replace ? sorani::replace_invalid_utf8(chunk.text, piece.repaired)
                                               : sorani::drop_invalid_utf8(chunk.text, piece.repaired);
  chunk.text = piece.repaired;
  chunk.is_repaired = true;
}

}  // namespace

void check(Piece& piece, Invalid invalid) {
  Chunk& chunk = piece.chunk;
  const auto error = piece.is_converted ? std::nullopt : sorani::find_invalid_utf8(chunk.text);
  if (error && invalid == Invalid::fail) {
    piece.fault = fault_of(*error, chunk.text);
    end_before_record_at(error->offset, piece);
  } else {
    if (error) repair(piece, invalid);
    if (piece.fault) end_before_record_at(chunk.text.size(), piece);
  }
  piece.terminators = count_byte(chunk.text, chunk.terminator);
  piece.bytes_after_terminator = chunk.text.size() - end_of_last_record(chunk.text, chunk.terminator);
}

void Placement::place(Piece& piece) {
  if (piece.file_number == 0) return;  // messages only
  if (piece.file_number == broken_file_) {
    piece.is_dropped = true;
    return;
  }
  if (piece.begins_file) {
    line_ = 1;
    byte_ = 0;
  }
  piece.chunk.first_line = line_;
  piece.chunk.first_byte = byte_;
  if (piece.fault) {
    if (piece.fault->line == 0) piece.fault->byte += byte_;
    piece.fault->line += line_;
    broken_file_ = piece.file_number;
  }
  line_ += piece.terminators;
  byte_ = piece.terminators == 0 ? byte_ + piece.bytes_after_terminator : piece.bytes_after_terminator;
}

}  // namespace ku
