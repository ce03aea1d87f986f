#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "count/units/text_source.hpp"

namespace sorani::count {

/// What stands between separators.
class CutTextSource : public TextSource {
 public:
  CutTextSource(char line_end, bool with_borders) : line_end_(line_end), with_borders_(with_borders) {}

  void begin(std::string_view text, bool starts_line) override;
  bool next(Batch& batch) override;

 private:
  void read_block();
  void pass_line_ends(std::uint64_t bits);

  char line_end_;
  bool with_borders_;
  // Of a block of 64 bytes, whose first has the lowest bit, what `next` has not come to yet.
  std::size_t block_ = 0;        // where it begins in the text
  std::uint64_t edges_ = 0;      // the first bytes of tokens, and the first bytes behind them
  std::uint64_t line_ends_ = 0;  // only told where borders are asked for
  bool is_inside_ = false;       // a token has begun
};

}  // namespace sorani::count
