#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "count/units/text_source.hpp"

namespace sorani::count {

/// Tokens of pretokenized text: maximal runs of bytes that are not separators (`is_separator`).
///
/// Works on blocks of 64 bytes. SWAR comparison of eight bytes at a time makes a bit mask of the separators of a block,
/// lowest bit first; the mask xor itself shifted by one (with the last bit of the block before shifted in) has a bit at
/// each token's first byte and at each first byte behind a token. `next` takes these boundaries bit by bit, so the cost
/// is one branch per boundary, not per byte.
class WhitespaceTokenSource : public TextSource {
 public:
  WhitespaceTokenSource(char line_end, bool with_line_starts)
      : line_end_(line_end), with_line_starts_(with_line_starts) {}

  void begin(std::string_view text, bool starts_line) override;
  bool next(Batch& batch) override;

 private:
  void read_block();
  void consume_line_ends(std::uint64_t bits);

  char line_end_;
  bool with_line_starts_;
  // The current block, and the bits that `next` has not consumed yet.
  std::size_t block_ = 0;         // its offset in the text
  std::uint64_t boundaries_ = 0;  // first bytes of tokens and first bytes behind tokens
  std::uint64_t line_ends_ = 0;   // only if with_line_starts_
  bool is_inside_ = false;        // a token began at at_ and has not ended
};

}  // namespace sorani::count
