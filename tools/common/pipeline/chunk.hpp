#pragma once

#include <cstdint>
#include <sorani/fragment.hpp>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/pipeline/value.hpp"

namespace ku {

/// The input of a worker: usually many whole records (lines), terminators included. A record too long for one chunk is
/// in several; `fragment` says whether the text begins at the start of a record and ends at the end of one.
struct Chunk {
  std::string_view text;  ///< well-formed UTF-8
  sorani::Fragment fragment = sorani::Fragment::whole;
  char terminator = '\n';        ///< what ends a record: '\n' or NUL
  std::string_view file;         ///< its name in messages; standard input is `-`
  std::uint64_t first_line = 1;  ///< number of the record in which `text` begins, from 1 in each file
  std::uint64_t first_byte = 0;  ///< bytes of that record in earlier chunks
  bool is_repaired = false;      ///< ill-formed bytes were replaced or dropped: the text differs from the file
  std::span<const Value> values =
      {};  ///< where records are read by `WorkerSource::find_values`: what it found in the text
  /// If the text is a value of a record, the place of the value: a JSON pointer, or the number of a column. Its lines
  /// end in '\n', and positions are those in the value.
  std::string_view field = {};
  /// If the text is that of all values of a record: the record, with its terminator. `values` are those of the record,
  /// with offsets in it.
  std::string_view record = {};
};

/// Messages of a worker, besides its output.
class Report {
 public:
  /// Adds a message for standard error, printed when the output of the chunk is written.
  void warning(std::string message) { warnings_.push_back(std::move(message)); }
  /// Ends the run after the output of this chunk.
  void stop() { is_stopped_ = true; }
  /// Counts ill-formed sequences replaced, or bytes dropped, besides those of the UTF-8 check.
  void add_repairs(std::uint64_t count) { repairs_ += count; }

  const std::vector<std::string>& warnings() const { return warnings_; }
  bool is_stopped() const { return is_stopped_; }
  std::uint64_t repairs() const { return repairs_; }
  void clear() {
    warnings_.clear();
    is_stopped_ = false;
    repairs_ = 0;
  }

 private:
  std::vector<std::string> warnings_;
  bool is_stopped_ = false;
  std::uint64_t repairs_ = 0;
};

/// What a tool does with text. The chunks of an input are distributed over several workers. A worker is used by one
/// thread at a time, and lives until the end of the run, so it can gather statistics.
class Worker {
 public:
  virtual ~Worker() = default;
  /// Writes the output of the chunk to `out`, which is empty. It must depend on the chunk alone; outputs are written in
  /// the order of the input, so the whole output then depends on the input alone.
  virtual void process(const Chunk& chunk, std::string& out, Report& report) = 0;
};

}  // namespace ku
