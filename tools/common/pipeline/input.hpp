#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "common/io/input/source.hpp"
#include "common/pipeline/pipeline_item.hpp"

namespace ku {

/// Bytes of a chunk. Together with the output it fits the second-level cache.
inline constexpr std::size_t kDefaultChunkSize = std::size_t{256} * 1024;

struct InputOptions {
  SourceOptions source;
  char terminator = '\n';  ///< what ends a record
  std::size_t chunk_size = kDefaultChunkSize;
  bool whole_records = false;  ///< never cut a record: an item grows until it has the end of one
  std::size_t max_record = std::numeric_limits<std::size_t>::max();  ///< with `whole_records`: longer ones are a fault
};

/// Reads files one after the other and cuts them into chunks at the ends of records (lines).
///
/// Records never span files: an unterminated last record is terminated if another file with text follows. At the end of
/// the last file a missing terminator stays missing.
///
/// Latency: waits for input only while no complete record has arrived, so a filter on a slow pipe answers line by line.
/// A record longer than a chunk is cut at `sorani::safe_cut`; if there is no such place, the item grows. A file that
/// cannot be opened gives a message, and the next one is read.
class Input {
 public:
  /// Reads standard input if `files` is empty.
  Input(std::vector<std::string> files, InputOptions options);

  /// Fills an item with the next text, or only with messages. Returns false at the end of the last file.
  bool next(PipelineItem& item);

  /// Stops reading the file with this `PipelineItem::file_number`. May be called by another thread.
  void abandon(std::size_t file_number) { abandoned_ = file_number; }

 private:
  void open_next(std::vector<std::string>& messages);
  bool find_more_text();
  void fill(PipelineItem& item);
  void cut(PipelineItem& item, std::size_t end);
  void finish_file(PipelineItem& item);
  void give_up_record(PipelineItem& item);
  void set_text(PipelineItem& item, std::size_t size, bool ends_record);
  void note_progress(PipelineItem& item);

  const std::vector<std::string> files_;
  const InputOptions options_;
  std::size_t next_file_ = 0;

  std::unique_ptr<Source> source_;  // of the file being read
  std::size_t file_number_ = 0;
  bool at_file_start_ = false;
  bool in_record_ = false;  // the last item ended inside a record
  std::string carry_;       // text after the last cut, which begins the next item
  std::uint64_t repairs_ = 0;
  std::uint64_t bytes_of_files_before_ = 0;
  std::vector<std::string> messages_;  // for the next item
  std::atomic<std::size_t> abandoned_ = 0;
};

}  // namespace ku
