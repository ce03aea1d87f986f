#pragma once

#include <cstddef>
#include <cstdint>

#include "normalize/fast_path/scan_tables.hpp"

namespace sorani::normalize {

/// The output of a scan, and what is done where its vectors find more to do than copying: one symbol at a time, most
/// often without leaving the block.
class ScanOutput {
 public:
  static constexpr std::size_t kBlock = 64;

  /// For the input from `in_begin` to `in_end`; `before` is the last symbol before the output.
  ScanOutput(const ScanTables& tables, const std::uint8_t* in_begin, const std::uint8_t* in_end, std::uint8_t* out,
             std::size_t before) noexcept
      : tables_(tables),
        in_begin_(reinterpret_cast<const char*>(in_begin)),
        in_end_(reinterpret_cast<const char*>(in_end)),
        start_(reinterpret_cast<char*>(out)),
        end_(start_),
        before_(before),
        known_at_(in_begin_),
        known_(before) {}

  std::uint8_t* end() const noexcept { return reinterpret_cast<std::uint8_t*>(end_); }
  std::size_t size() const noexcept { return static_cast<std::size_t>(end_ - start_); }
  void set_end(std::uint8_t* end) noexcept { end_ = reinterpret_cast<char*>(end); }

  /// What was done of a block.
  struct Part {
    std::size_t read;
    bool stopped;
    bool anew;         ///< the next block begins at the start of a character, after `last`
    std::size_t last;  ///< last symbol of the output
  };

  /// Goes through the places `stop` (a bit for each byte) of the block of `limit` bytes at `in`, which is written at
  /// `end()` but not yet part of the output; up to the first one where the scan has to end.
  Part add_block_with_stops(const std::uint8_t* in, std::size_t limit, std::uint64_t stop) noexcept;

 private:
  struct Last {
    std::size_t symbol;
    std::size_t length;  // bytes; 0 if it is before the output
  };
  Last last(const char* end) const noexcept;
  std::size_t symbol_before(const char* in) const noexcept;
  bool remove_last(std::size_t next) noexcept;
  bool goes_between(std::size_t before, SymbolRead symbol, const char* in) const noexcept;
  std::size_t patch(const char* in, bool is_stop) noexcept;

  const ScanTables& tables_;
  const char* const in_begin_;
  const char* const in_end_;
  char* const start_;
  char* end_;
  const std::size_t before_;
  const char* known_at_;  // a place in the input, and the symbol that the output ends with there
  std::size_t known_;
};

}  // namespace sorani::normalize
