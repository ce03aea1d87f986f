#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <sorani/ngram_rows.hpp>
#include <string>
#include <string_view>

#include "count/spill/scratch_file.hpp"

namespace sorani::count {

/// Where a run of sorted rows stands in a file.
///
/// A row is written as the number of bytes that its key shares with the one before, the number and the bytes of those
/// it does not, and the count. Numbers are written seven bits a byte, the lowest first, the highest bit set in all but
/// the last.
struct Run {
  std::uint64_t begin;
  std::uint64_t end;
};

/// Writes one run at the end of a file.
class RunWriter {
 public:
  explicit RunWriter(ScratchFile& file) : file_(file), begin_(file.size()) {}

  void add(std::string_view key, std::uint64_t count);
  /// Call it last.
  Run finish();

 private:
  static constexpr std::size_t kBuffer = std::size_t{256} * 1024;

  void put(std::uint64_t number);

  ScratchFile& file_;
  std::uint64_t begin_;
  std::string before_;
  std::string buffer_;
};

/// Reads one run, `buffer` bytes at a time. The file must stay.
std::unique_ptr<NgramRows> read_run(const ScratchFile& file, Run run, std::size_t buffer);

}  // namespace sorani::count
