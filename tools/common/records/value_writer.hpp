#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/io/input/source.hpp"
#include "common/pipeline/chunk.hpp"
#include "common/records/json/pointer.hpp"
#include "common/records/record_options.hpp"

namespace ku {

/// A member of a JSON object.
struct Member {
  std::string_view name;
  std::string_view value;  ///< JSON
};

/// Has a worker process values of a chunk, and writes the results into records.
class ValueWriter {
 public:
  /// The options and fields must outlive it.
  ValueWriter(const RecordOptions& options, const PointerTree& fields, Invalid invalid)
      : options_(options), fields_(fields), invalid_(invalid) {}

  void set_worker(Worker& worker) { worker_ = &worker; }
  Worker& worker() { return *worker_; }

  /// Begins a chunk; the other functions are about the values of this chunk.
  void begin(const Chunk& chunk, Report& report);
  /// Ends it, and frees the memory that a very long value took.
  void end();

  /// Appends the output of the worker for a value.
  void process(const Value& value, std::string& out);
  /// The same for a text that is not in a record.
  void process_text(std::string_view text, std::string& out);
  /// The same for the text of all values of a record, joined by line ends.
  void process_record(std::string_view record, std::uint64_t line, std::span<const Value> values, std::string& out);

  /// Appends the text of the chunk from `copied` on, up to the end of the value, with the value replaced by the output;
  /// moves `copied`.
  void write(const Value& value, std::size_t& copied, std::string& out);

  /// Appends a record in which the source, with its texts replaced by the output, is the value of the target.
  void write_into(std::string_view record, std::span<const Value> values, std::string& out);

 private:
  std::string_view text_of(const Value& value);
  std::string_view place_of(const Value& value);
  void set_record_values(std::string_view record, std::span<const Value> values);
  void append_column(std::string& out) const;
  void append_list(std::string& out) const;

  const RecordOptions& options_;
  const PointerTree& fields_;
  const Invalid invalid_;
  Worker* worker_ = nullptr;
  const Chunk* chunk_ = nullptr;
  Report* report_ = nullptr;

  Chunk value_chunk_;          // what the worker gets
  std::uint64_t repairs_ = 0;  // of the last text
  std::string decoded_;
  std::string place_;
  std::string joined_;
  std::vector<Value> record_values_;
  std::string result_;
  std::string new_value_;
};

/// Appends a JSON object that has `members`, at most 32: one that it has already gets the new value, everywhere if it
/// stands there twice, so that doing it again changes nothing; the others are added at its end. `record` is the object,
/// with white space and a terminator after it; `values` has the targets in it, which are numbered as `members`.
void append_with_members(std::string_view record, std::span<const Value> values, std::span<const Member> members,
                         std::string& out);

}  // namespace ku
