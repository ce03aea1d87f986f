#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <sorani/fragment.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ku {

/// A piece of the input as a worker gets it: usually many whole records, terminators included. A record too long to
/// hold comes in several chunks; `fragment` tells whether the first byte begins a record and the last ends one.
struct Chunk {
  std::string_view text;  ///< well-formed UTF-8
  sorani::Fragment fragment = sorani::Fragment::whole;
  char terminator = '\n';        ///< what ends a record: '\n' or NUL
  std::string_view file;         ///< the name messages use; standard input is `-`
  std::uint64_t first_line = 1;  ///< number of the record that `text` begins in, from 1 in each file
  std::uint64_t first_byte = 0;  ///< bytes of that record that came in earlier chunks
  bool is_repaired = false;      ///< ill-formed bytes were replaced or dropped, so it is not the text of the file
};

/// What a worker has to say besides its output.
class Report {
 public:
  /// A message for standard error, shown when the output of the chunk is written.
  void warning(std::string message) { warnings_.push_back(std::move(message)); }
  /// Nothing after this chunk is wanted: its output is the last.
  void stop() { is_stopped_ = true; }

  const std::vector<std::string>& warnings() const { return warnings_; }
  bool is_stopped() const { return is_stopped_; }
  void clear() {
    warnings_.clear();
    is_stopped_ = false;
  }

 private:
  std::vector<std::string> warnings_;
  bool is_stopped_ = false;
};

/// What a tool does with text. Chunks of one input may go to different workers; each worker is used by one thread at a
/// time, and lives until the end of the run, so that it can gather statistics.
class Worker {
 public:
  virtual ~Worker() = default;
  /// Appends to `out`, which is empty, what is to be written for the chunk. Outputs are written in the order of the
  /// input, so the whole is a function of the input only if each is a function of its chunk.
  virtual void process(const Chunk& chunk, std::string& out, Report& report) = 0;
};

/// Makes one more worker.
using WorkerFactory = std::function<std::unique_ptr<Worker>()>;

}  // namespace ku
