#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <sorani/ngram_rows.hpp>
#include <string>
#include <string_view>

#include "count/spill/scratch_file.hpp"

namespace sorani::count {

/// A run: rows sorted by key, as the bytes [begin, end) of a temporary file.
///
/// Keys are front-coded: a row is the length of the prefix that its key shares with the key before it, the length of
/// the rest, the bytes of the rest, and the count. The three numbers are unsigned LEB128 (seven bits a byte, the lowest
/// first, the high bit set in all but the last). For the sorted rows  کورد 7, کوردان 300:
///
///     00 08 D9 83.. 07        shared 0, rest 8 bytes (four letters), count 7
///     08 04 D8 A7 D9 86 AC 02 shared 8, rest 4 bytes (ان), count 300 = 0x2C + 2 * 128
///
/// A run has no header and no end mark: a reader knows its range, and rows fill it exactly.
struct Run {
  std::uint64_t begin;
  std::uint64_t end;
};

/// Appends one run to a file.
class RunWriter {
 public:
  explicit RunWriter(ScratchFile& file) : file_(file), begin_(file.size()) {}

  /// Keys must not descend. Throws `std::system_error` if the file cannot be written.
  void add(std::string_view key, std::uint64_t count);
  /// Writes what is buffered, and returns where the run is. Call it once, after all rows.
  Run finish();

 private:
  static constexpr std::size_t kBufferBytes = std::size_t{256} * 1024;

  void put_varint(std::uint64_t number);

  ScratchFile& file_;
  std::uint64_t begin_;
  std::string previous_;
  std::string buffer_;
};

/// Reads one run, `buffer` bytes at a time. The file must outlive the rows.
NgramRows read_run(const ScratchFile& file, Run run, std::size_t buffer);

}  // namespace sorani::count
