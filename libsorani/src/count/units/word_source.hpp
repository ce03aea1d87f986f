#pragma once

#include <array>
#include <cstddef>
#include <sorani/tokenizer.hpp>
#include <string_view>

#include "count/units/text_source.hpp"

namespace sorani::count {

/// Tokens of some kinds.
class WordSource : public TextSource {
 public:
  WordSource(TokenKinds kinds, char line_end, bool with_borders)
      : kinds_(kinds.to_ulong()), line_end_(line_end), with_borders_(with_borders) {}

  void begin(std::string_view text, bool starts_line) override {
    TextSource::begin(text, starts_line);
    end_ = 0;
  }

  bool next(Batch& batch) override {
    batch.size = batch.bytes = 0;
    while (batch.size == 0) {
      const std::size_t count = tokenizer_.read(text_, at_, tokens_);
      if (count == 0) break;
      const std::span<const Token> tokens = std::span(tokens_).first(count);
      if (with_borders_) {
        for (const Token& token : tokens) {
          pass_gap(token);
          if (is_wanted(token)) batch.add(token.text, readable(token.text.data()), std::exchange(is_first_, false));
        }
      } else {
        const base::HashSeeds seeds = batch.seeds;
        // Every token is put behind the last wanted one, since nobody can guess which is wanted.
        for (const Token& token : tokens) {
          batch.keys[batch.size] = make_key(token.text, readable(token.text.data()), seeds);
          batch.size += is_wanted(token) ? 1 : 0;
          batch.bytes += token.text.size();
        }
      }
    }
    if (batch.size == 0 && with_borders_) pass(text_.substr(end_));
    return batch.size != 0;
  }

 private:
  bool is_wanted(const Token& token) const { return (kinds_ >> static_cast<unsigned>(token.kind) & 1u) != 0; }
  void pass_gap(const Token& token) {
    const std::string_view gap = text_.substr(end_, token.offset - end_);
    end_ = token.offset + token.text.size();
    if (gap != " ") pass(gap);
  }
  void pass(std::string_view gap) {
    if (gap.find(line_end_) != std::string_view::npos) is_first_ = true;
  }

  Tokenizer tokenizer_;
  unsigned long kinds_;
  char line_end_;
  bool with_borders_;
  std::array<Token, Batch::kSize> tokens_;
  std::size_t end_ = 0;  // of the last token
};

}  // namespace sorani::count
