#include <algorithm>
#include <array>
#include <cstring>
#include <sorani/tokenizer.hpp>

#include "tokenize/fast_path/blocks.hpp"
#include "tokenize/scanner.hpp"

namespace sorani {
namespace {

constexpr std::array<std::string_view, kTokenKindCount> kKindNames{"word",  "number",  "punctuation", "symbol", "url",
                                                                   "email", "hashtag", "mention",     "emoji"};

/// Writes tokens with one space between them.
class SpacedWriter {
 public:
  SpacedWriter(std::string_view text, std::string& out, char line_end, Fragment fragment)
      : text_(text), out_(out), line_end_(line_end), fragment_(fragment), base_(out.size()), size_(out.size()) {}

  void run(const TokenizerOptions& options) {
    const tokenize::BlockTables& tables = tokenize::block_tables(options);
    reserve(text_.size() + text_.size() / 8 + 2 * tokenize::kMaxBlockOutput);
    while (at_ < text_.size()) {
      reserve(2 * tokenize::kMaxBlockOutput);
      const tokenize::WriteProgress done =
          tokenize::write_blocks(tables, text_, {at_, size_}, out_.data(), out_.size(), before(), line_end_);
      at_ = done.at;
      size_ = done.size;
      scan(options);
    }
    const bool has_space = size_ > base_ && out_[size_ - 1] == ' ';
    if (ends_line(fragment_)) {
      if (has_space) --size_;
    } else if (!has_space && before() != line_end_) {
      put_space();
    }
    out_.resize(size_);
  }

 private:
  /// What stands before the next byte to write. A piece of a line that begins in the middle follows a space.
  char before() const noexcept {
    if (size_ > base_) return out_[size_ - 1];
    return starts_line(fragment_) ? line_end_ : ' ';
  }

  /// Makes room for so many more bytes.
  void reserve(std::size_t room) {
    if (out_.size() - size_ < room) out_.resize(std::max(size_ + room, out_.size() + out_.size() / 2));
  }

  void put_space() {
    reserve(1);
    out_[size_++] = ' ';
  }

  void end_line() {
    if (size_ > base_ && out_[size_ - 1] == ' ') --size_;
    reserve(1);
    out_[size_++] = line_end_;
  }

  void put(std::string_view token) {
    reserve(token.size() + 1);
    if (before() != ' ' && before() != line_end_) out_[size_++] = ' ';
    std::memcpy(out_.data() + size_, token.data(), token.size());
    size_ += token.size();
  }

  /// Writes what the fast path leaves, up to the next space.
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
  std::string& out_;
  char line_end_;
  Fragment fragment_;
  std::size_t base_;
  std::size_t at_ = 0;
  std::size_t size_;
};

}  // namespace

std::string_view to_string(TokenKind kind) noexcept { return kKindNames[static_cast<std::size_t>(kind)]; }

std::optional<TokenKind> token_kind(std::string_view name) noexcept {
  const auto found = std::find(kKindNames.begin(), kKindNames.end(), name);
  if (found == kKindNames.end()) return std::nullopt;
  return static_cast<TokenKind>(found - kKindNames.begin());
}

std::size_t Tokenizer::read(std::string_view text, std::size_t& at, std::span<Token> out) const noexcept {
  const tokenize::BlockTables& tables = tokenize::block_tables(options_);
  std::size_t count = 0;
  while (at < text.size() && count < out.size()) {
    count += tokenize::read_blocks(tables, text, at, out.subspan(count));
    // What the fast path leaves, up to the next space.
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

}  // namespace sorani
