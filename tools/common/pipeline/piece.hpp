#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/pipeline/chunk.hpp"

namespace ku {

/// Bytes that are read into; unlike a string it is not filled with zeros first, and keeps its memory.
class Buffer {
 public:
  std::size_t size() const { return size_; }
  std::size_t capacity() const { return capacity_; }
  std::string_view text() const { return {bytes_.get(), size_}; }
  bool is_full() const { return size_ == capacity_; }
  char* free_space() { return bytes_.get() + size_; }
  std::size_t free_size() const { return capacity_ - size_; }

  void add_size(std::size_t count) { size_ += count; }
  /// Makes room for `capacity` bytes at least.
  void reserve(std::size_t capacity);
  void append(std::string_view bytes);
  void clear() { size_ = 0; }
  /// Gives the memory back.
  void reset();

 private:
  struct Free {
    void operator()(char* bytes) const { std::free(bytes); }
  };

  std::unique_ptr<char, Free> bytes_;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

/// The place and kind of what makes the rest of a file unreadable.
struct Fault {
  std::string message;  ///< without file and place
  bool has_place;       ///< the message begins with line and byte, not only with the file
  std::uint64_t line = 0;
  std::uint64_t byte = 0;  ///< from 1
};

/// One portion of work on its way through the pipeline. Pieces are used again and again.
struct Piece {
  /// Makes it ready for other text; memory beyond `max_kept` bytes is given back.
  void clear(std::size_t max_kept);

  // From the input.
  Buffer bytes;                       ///< as read, and converted to UTF-8 if need be
  std::vector<std::string> messages;  ///< about files that cannot be read, before this text
  std::size_t file_number = 0;        ///< counts the files opened
  bool begins_file = false;
  bool is_converted = false;       ///< from another charset
  std::uint64_t repairs = 0;       ///< made by the conversion; later, those of ill-formed UTF-8 too
  std::optional<Fault> fault;      ///< the file cannot be read past the text
  std::uint64_t bytes_so_far = 0;  ///< of the input files, up to here; for the progress bar

  // From the check.
  Chunk chunk;  ///< the text is that of `bytes` or of `repaired`
  std::string repaired;
  std::uint64_t terminators = 0;
  std::size_t bytes_after_terminator = 0;
  bool is_dropped = false;  ///< it belongs to a file that turned out to be unreadable further up

  // From the worker.
  std::string out;
  Report report;
};

}  // namespace ku
