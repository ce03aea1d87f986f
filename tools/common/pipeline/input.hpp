#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "common/io/input/source.hpp"
#include "common/pipeline/piece.hpp"

namespace ku {

/// Bytes read before they are handed on; fits the second-level cache together with the output.
inline constexpr std::size_t kDefaultChunkSize = std::size_t{256} * 1024;

struct InputOptions {
  SourceOptions source;
  char terminator = '\n';  ///< what ends a record
  std::size_t chunk_size = kDefaultChunkSize;
  bool whole_records = false;  ///< a piece grows until it holds the end of a record
};

/// Reads files one after the other and cuts them into pieces at the ends of records.
///
/// A file is a sequence of records of its own: if its last one is not terminated and more text follows from another
/// file, it is terminated, so that two records are never joined. At the very end a missing terminator stays missing.
///
/// Waits only when no whole record has arrived; a record longer than a piece is cut at `find_cut`, and if there is no
/// such place the piece grows. A file that cannot be opened is a message, and the next one is read.
class Input {
 public:
  /// Without files, standard input is read.
  Input(std::vector<std::string> files, InputOptions options);

  /// Fills a piece with the text that comes next, or with messages only. False at the end of all files.
  bool next(Piece& piece);

  /// Reads no more of a file, given by its `Piece::file_number`. May be called by another thread.
  void abandon(std::size_t file_number) { abandoned_ = file_number; }

 private:
  void open_next(std::vector<std::string>& messages);
  bool find_more_text();
  void fill(Piece& piece);
  void cut(Piece& piece, std::size_t end);
  void finish_file(Piece& piece);
  void set_text(Piece& piece, std::size_t size, bool ends_record);
  void note_progress(Piece& piece);

  const std::vector<std::string> files_;
  const InputOptions options_;
  std::size_t next_file_ = 0;

  std::unique_ptr<Source> source_;  // of the file being read
  std::size_t file_number_ = 0;
  bool at_file_start_ = false;
  bool in_record_ = false;  // the piece before ended within a record
  std::string carry_;       // read already, for the next piece
  std::uint64_t repairs_ = 0;
  std::uint64_t bytes_of_files_before_ = 0;
  std::vector<std::string> messages_;  // for the next piece
  std::atomic<std::size_t> abandoned_ = 0;
};

}  // namespace ku
