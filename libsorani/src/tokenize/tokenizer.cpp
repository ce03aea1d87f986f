#include <sorani/tokenizer.hpp>

#include "base/enum_names.hpp"
#include "base/output_buffer.hpp"
#include "tokenize/fast_path/blocks.hpp"
#include "tokenize/scanner.hpp"

namespace sorani {
inline namespace v0 {
namespace {

constexpr base::EnumNames<TokenKind, kTokenKindCount> kKinds{"word",  "number",  "punctuation", "symbol", "url",
                                                             "email", "hashtag", "mention",     "emoji"};

/// Appends tokens separated by one space: by the fast path as far as it gets, then by the scanner up to the next space,
/// and so on.
class SpacedWriter {
 public:
  SpacedWriter(std::string_view text, std::string& out, char line_end, Fragment fragment)
      : text_(text), out_(out), line_end_(line_end), fragment_(fragment), start_(out.size()) {}

  void run(const TokenizerOptions& options) {
    const tokenize::BlockTables& tables = tokenize::block_tables(options);
    out_.reserve(text_.size() + text_.size() / 8 + 2 * tokenize::kMaxBlockOutput);
    while (at_ < text_.size()) {
      out_.reserve(2 * tokenize::kMaxBlockOutput);
      const tokenize::WriteProgress done = tokenize::write_blocks(tables, text_, {at_, out_.size()}, out_.data(),
                                                                  out_.capacity(), last_byte(), line_end_);
      at_ = done.at;
      out_.advance(done.size - out_.size());
      scan(options);
    }
    if (ends_line(fragment_)) {
      drop_space();
    } else if (!ends_in_space() && last_byte() != line_end_) {
      out_.put(' ');
    }
    out_.finish();
  }

 private:
  /// The last byte written; before the first one, what precedes the text: a line end or, in the middle of a line, a
  /// space.
  char last_byte() const noexcept {
    if (out_.size() > start_) return out_.back();
    return starts_line(fragment_) ? line_end_ : ' ';
  }

  bool ends_in_space() const noexcept { return out_.size() > start_ && out_.back() == ' '; }

  void drop_space() noexcept {
    if (ends_in_space()) out_.shrink(out_.size() - 1);
  }

  void end_line() {
    drop_space();
    out_.put(line_end_);
  }

  void put(std::string_view token) {
    out_.reserve(token.size() + 1);
    if (last_byte() != ' ' && last_byte() != line_end_) out_.put(' ');
    out_.put(token);
  }

  /// Writes what is left to the scanner, up to the next space.
  void scan(const TokenizerOptions& options) {
    while (at_ < text_.size()) {
      const std::size_t token = tokenize::skip_gap(text_, at_);
      for (; at_ < token; ++at_) {
        if (text_[at_] == line_end_) end_line();
      }
      if (at_ == text_.size()) return;
      const std::size_t end = tokenize::scan_token(text_, at_, options).end;
      put(text_.substr(at_, end - at_));
      at_ = end;
      if (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == line_end_)) return;
    }
  }

  std::string_view text_;
  base::OutputBuffer out_;
  char line_end_;
  Fragment fragment_;
  std::size_t start_;  // size of the output before
  std::size_t at_ = 0;
};

}  // namespace

std::string_view to_string(TokenKind kind) noexcept { return kKinds.name(kind); }

std::optional<TokenKind> token_kind(std::string_view name) noexcept { return kKinds.value(name); }

std::size_t Tokenizer::read(std::string_view text, std::size_t& at, std::span<Token> out) const noexcept {
  const tokenize::BlockTables& tables = tokenize::block_tables(options_);
  std::size_t count = 0;
  while (at < text.size() && count < out.size()) {
    count += tokenize::read_blocks(tables, text, at, out.subspan(count));
    // What is left to the scanner, up to the next space.
    while (at < text.size() && count < out.size()) {
      at = tokenize::skip_gap(text, at);
      if (at == text.size()) break;
      const tokenize::Extent token = tokenize::scan_token(text, at, options_);
      out[count++] = {text.substr(at, token.end - at), token.kind, at};
      at = token.end;
      if (at < text.size() && (text[at] == ' ' || text[at] == '\n')) break;
    }
  }
  return count;
}

void Tokenizer::append_spaced(std::string_view text, std::string& out, char line_end, Fragment fragment) const {
  SpacedWriter(text, out, line_end, fragment).run(options_);
}

}  // namespace v0
}  // namespace sorani
