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
#include "common/pipeline/value.hpp"

namespace ku {

/// A growing buffer to read into. Unlike a string it is not filled with zeros first, it grows by `realloc`, and
/// `kTextPadding` bytes past its capacity can be read.
class Buffer {
 public:
  std::size_t size() const { return size_; }
  std::size_t capacity() const { return capacity_; }
  std::string_view text() const { return {bytes_.get(), size_}; }
  bool is_full() const { return size_ == capacity_; }
  char* free_space() { return bytes_.get() + size_; }
  std::size_t free_size() const { return capacity_ - size_; }

  /// Counts bytes that were written to `free_space`.
  void add_size(std::size_t count) { size_ += count; }
  /// Makes the capacity at least `capacity` bytes.
  void reserve(std::size_t capacity);
  void append(std::string_view bytes);
  /// Empties it, and keeps the memory.
  void clear() { size_ = 0; }
  /// Empties it, and frees the memory.
  void reset();

 private:
  struct Free {
    void operator()(char* bytes) const { std::free(bytes); }
  };

  std::unique_ptr<char, Free> bytes_;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

/// Why the rest of a file, after the text of an item, cannot be read.
struct Fault {
  std::string message;  ///< without file and position
  bool has_place;       ///< the message begins with line and byte, not only with the file
  std::uint64_t line = 0;
  std::uint64_t byte = 0;  ///< from 1
};

/// An item of the pipeline: a chunk of input, its properties and its output. Items are reused.
struct PipelineItem {
  /// Prepares it for the next chunk. Buffers of more than `max_kept` bytes are freed.
  void clear(std::size_t max_kept);

  // Set by the input.
  Buffer bytes;                       ///< as read; converted to UTF-8 if the input has another charset
  std::vector<std::string> messages;  ///< about files before this text that cannot be opened
  std::size_t file_number = 0;        ///< number of the file among those opened, from 1; 0: there are only messages
  bool begins_file = false;
  bool is_converted = false;       ///< from another charset
  std::uint64_t repairs = 0;       ///< made by the conversion; those of ill-formed UTF-8 are added by the check
  std::optional<Fault> fault;      ///< set if the rest of the file cannot be read
  std::uint64_t bytes_so_far = 0;  ///< bytes of the input files up to here, for the progress bar

  // Set by the check.
  Chunk chunk;           ///< its text is in `bytes` or in `repaired`
  std::string repaired;  ///< the text after repairs of ill-formed UTF-8
  std::uint64_t terminators = 0;
  std::size_t bytes_after_terminator = 0;
  std::vector<Value> values;  ///< of the records, if only some of their text is processed
  bool is_dropped = false;    ///< it is after the fault of its file

  // Set by the worker.
  std::string out;
  Report report;
};

}  // namespace ku
