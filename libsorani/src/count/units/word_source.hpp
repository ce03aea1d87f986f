#pragma once

#include <array>
#include <cstddef>
#include <sorani/tokenizer.hpp>
#include <string_view>

#include "count/units/text_source.hpp"

namespace sorani::count {

/// Tokens of the wanted kinds, as `Tokenizer` cuts them.
class WordSource : public TextSource {
 public:
  WordSource(TokenKinds kinds, char line_end, bool with_line_starts)
      : kinds_(kinds), line_end_(line_end), with_line_starts_(with_line_starts) {}

  void begin(std::string_view text, bool starts_line) override {
    TextSource::begin(text, starts_line);
    token_end_ = 0;
  }

  bool next(Batch& batch) override {
    batch.size = batch.bytes = 0;
    while (batch.size == 0) {
      const std::size_t count = tokenizer_.read(text_, at_, tokens_);
      if (count == 0) break;
      const std::span<const Token> tokens = std::span(tokens_).first(count);
      if (with_line_starts_) {
        for (const Token& token : tokens) {
          skip_gap(token);
          if (is_wanted(token)) batch.add(token.text, readable(token.text.data()), std::exchange(is_first_, false));
        }
      } else {
        const base::HashSeeds seeds = batch.seeds;
        // Branch-free: every token is written behind the last wanted one, and kept by advancing the size. Whether a
        // token is wanted is unpredictable.
        for (const Token& token : tokens) {
          batch.keys[batch.size] = make_key(token.text, readable(token.text.data()), seeds);
          batch.size += is_wanted(token) ? 1 : 0;
          batch.bytes += token.text.size();
        }
      }
    }
    if (batch.size == 0 && with_line_starts_) find_line_end(text_.substr(token_end_));
    return batch.size != 0;
  }

 private:
  bool is_wanted(const Token& token) const { return kinds_.contains(token.kind); }
  void skip_gap(const Token& token) {
    const std::string_view gap = text_.substr(token_end_, token.offset - token_end_);
    token_end_ = token.offset + token.text.size();
    if (gap != " ") find_line_end(gap);
  }
  void find_line_end(std::string_view gap) {
    if (gap.find(line_end_) != std::string_view::npos) is_first_ = true;
  }

  Tokenizer tokenizer_;
  TokenKinds kinds_;
  char line_end_;
  bool with_line_starts_;
  std::array<Token, Batch::kSize> tokens_;
  std::size_t token_end_ = 0;  // of the last token, wanted or not
};

}  // namespace sorani::count
