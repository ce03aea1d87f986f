#pragma once

#include <cstddef>
#include <cstdint>

#include "normalize/fast_path/scan_tables.hpp"

namespace sorani::normalize {

/// The output of a scan. Handles the stops of a block one symbol at a time and resumes copying after each; usually the
/// block is completed that way.
class ScanOutput {
 public:
  static constexpr std::size_t kBlock = 64;

  /// For the input from `in_begin` to `in_end`; `before` is the symbol before the output, of which `context` bytes
  /// can be read.
  ScanOutput(const ScanTables& tables, const std::uint8_t* in_begin, const std::uint8_t* in_end, std::uint8_t* out,
             std::size_t before, std::size_t context) noexcept
      : tables_(tables),
        in_begin_(reinterpret_cast<const char*>(in_begin)),
        in_end_(reinterpret_cast<const char*>(in_end)),
        begin_(reinterpret_cast<char*>(out)),
        context_(context),
        end_(begin_),
        before_(before),
        cached_at_(in_begin_),
        cached_(tables.context_of(before)) {}

  std::uint8_t* end() const noexcept { return reinterpret_cast<std::uint8_t*>(end_); }
  std::size_t size() const noexcept { return static_cast<std::size_t>(end_ - begin_); }
  void set_end(std::uint8_t* end) noexcept { end_ = reinterpret_cast<char*>(end); }

  using Context = ScanTables::Context;
  struct BlockResult {
    std::size_t read;  ///< bytes of the input
    bool stopped;      ///< the scan has to end here
    bool restart;      ///< the next block begins with a character, after the context `last`
    Context last;
  };

  /// Handles the block of `limit` bytes at `in`, which the vectors have written at `end()` without moving it. `stop`
  /// has a bit for each byte of the block where they found a stop.
  BlockResult add_block_with_stops(const std::uint8_t* in, std::size_t limit, std::uint64_t stop) noexcept;

 private:
  struct Last {
    std::size_t symbol;
    std::size_t length;  // bytes; 0 if it is not part of the output
  };
  /// What `handle_symbol` has done.
  struct SymbolResult {
    std::size_t read;   // bytes of the input; 0 if the scan has to end
    bool examine_next;  // the next symbol must be handled, too, even if the vectors have not stopped at it
    Context last;       // at the end of the output
  };

  Last last_before(const char* end) const noexcept;
  Context context_before_input(const char* in) const noexcept;
  inline SymbolResult handle_symbol(const char* in, Context before) noexcept;
  std::size_t run_length(const char* in, std::size_t length) const noexcept;
  bool remove_last(std::size_t next, Context& last) noexcept;
  bool is_changed_between(std::size_t before, SymbolRead symbol, const char* in) const noexcept;
  inline std::size_t rewrite_at(const char* in, bool is_stop) noexcept;

  const ScanTables& tables_;
  const char* const in_begin_;
  const char* const in_end_;
  char* const begin_;
  const std::size_t context_;
  char* end_;
  const std::size_t before_;
  const char* cached_at_;  // the input up to here gave an output that ends with `cached_`
  Context cached_;
};

}  // namespace sorani::normalize
