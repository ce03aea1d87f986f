#include "count/token_source.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <string>
#include <utility>

#include "script/script.hpp"
#include "unicode/utf8.hpp"

namespace sorani::count {
namespace {

/// What all sources keep of the text.
class TextSource : public TokenSource {
 public:
  void begin(std::string_view text, bool starts_line) override {
    text_ = text;
    at_ = 0;
    is_first_ = is_first_ || starts_line;
  }

 protected:
  std::size_t readable(const char* from) const { return static_cast<std::size_t>(text_.data() + text_.size() - from); }

  std::string_view text_;
  std::size_t at_ = 0;
  bool is_first_ = true;  // the next unit starts a line
};

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
        // Every token is put behind the last wanted one, since nobody can guess which is wanted.
        for (const Token& token : tokens) {
          batch.keys[batch.size] = make_key(token.text, readable(token.text.data()));
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

/// What stands between separators.
class CutTextSource : public TextSource {
 public:
  explicit CutTextSource(char line_end) : line_end_(line_end) {}

  bool next(Batch& batch) override {
    batch.size = batch.bytes = 0;
    while (batch.size < Batch::kSize) {
      for (; at_ < text_.size() && is_separator(text_[at_]); ++at_) {
        if (text_[at_] == line_end_) is_first_ = true;
      }
      if (at_ == text_.size()) break;
      const std::size_t begin = at_;
      while (at_ < text_.size() && !is_separator(text_[at_])) ++at_;
      batch.add(text_.substr(begin, at_ - begin), text_.size() - begin, std::exchange(is_first_, false));
    }
    return batch.size != 0;
  }

 private:
  char line_end_;
};

std::string_view escape_of(char c) {
  switch (c) {
    case '\t':
      return "\\t";
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\\':
      return "\\\\";
    default:
      return {};
  }
}

bool needs_escapes(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return !escape_of(c).empty(); });
}

/// What a byte of ill-formed text is counted as among characters. As it is, it could begin another character, and then
/// the same text would be n-grams of different lengths.
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// Units that may hold anything but the end of a line.
class EscapingSource : public TextSource {
 public:
  explicit EscapingSource(char line_end) : line_end_(line_end) {}

 protected:
  void add(std::string_view unit, Batch& batch) {
    const bool is_first = std::exchange(is_first_, false);
    if (!needs_escapes(unit)) {
      batch.add(unit, unit.data() == kReplacement.data() ? unit.size() : readable(unit.data()), is_first);
      return;
    }
    std::string& escaped = escaped_[batch.size];
    escaped.clear();
    append_escaped(unit, escaped);
    batch.add(escaped, escaped.size(), is_first);
  }

  char line_end_;

 private:
  std::array<std::string, Batch::kSize> escaped_;
};

class CharacterSource : public EscapingSource {
 public:
  using EscapingSource::EscapingSource;

  bool next(Batch& batch) override {
    batch.size = batch.bytes = 0;
    while (batch.size < Batch::kSize && at_ < text_.size()) {
      if (text_[at_] == line_end_) {
        is_first_ = true;
        ++at_;
        continue;
      }
      const unicode::Decoded c = unicode::decode(text_, at_);
      add(c.value < unicode::kIllFormed ? text_.substr(at_, c.length) : kReplacement, batch);
      at_ += c.length;
    }
    return batch.size != 0;
  }
};

/// Characters that a cluster begins with and ends with, whatever stands before and behind them, as long as that is
/// one of them too.
bool is_plain(char32_t c) noexcept { return c < 0x80 ? c >= U' ' && c < 0x7F : script::is(c, script::kArabicLetter); }

class GraphemeSource : public EscapingSource {
 public:
  using EscapingSource::EscapingSource;

  bool next(Batch& batch) override {
    batch.size = batch.bytes = 0;
    while (batch.size < Batch::kSize && at_ < text_.size()) {
      if (text_[at_] == line_end_) {
        is_first_ = true;
        ++at_;
        continue;
      }
      const std::size_t begin = at_;
      const bool is_ill_formed = unicode::decode(text_, at_).value >= unicode::kIllFormed;
      at_ = cluster_end();
      add(is_ill_formed ? kReplacement : text_.substr(begin, at_ - begin), batch);
    }
    return batch.size != 0;
  }

 private:
  /// Where the cluster ends that begins at `at_`.
  std::size_t cluster_end() const {
    utf8proc_int32_t state = 0;
    unicode::Decoded last = unicode::decode(text_, at_);
    std::size_t end = at_ + last.length;
    while (end < text_.size() && text_[end] != line_end_) {
      const unicode::Decoded c = unicode::decode(text_, end);
      if (is_plain(last.value) && is_plain(c.value)) break;
      // Bytes of ill-formed text stand alone.
      if (last.value >= unicode::kIllFormed || c.value >= unicode::kIllFormed) break;
      const auto signed_value = [](char32_t value) { return static_cast<utf8proc_int32_t>(value); };
      if (utf8proc_grapheme_break_stateful(signed_value(last.value), signed_value(c.value), &state)) break;
      end += c.length;
      last = c;
    }
    return end;
  }
};

class LineSource : public EscapingSource {
 public:
  using EscapingSource::EscapingSource;

  bool next(Batch& batch) override {
    batch.size = batch.bytes = 0;
    while (batch.size < Batch::kSize && at_ < text_.size()) {
      const std::size_t end = std::min(text_.find(line_end_, at_), text_.size());
      is_first_ = true;
      add(text_.substr(at_, end - at_), batch);
      at_ = std::min(end + 1, text_.size());
    }
    return batch.size != 0;
  }
};

}  // namespace

void append_escaped(std::string_view unit, std::string& out) {
  for (const char c : unit) {
    const std::string_view escape = escape_of(c);
    if (escape.empty()) {
      out += c;
    } else {
      out += escape;
    }
  }
}

std::unique_ptr<TokenSource> make_token_source(const NgramOptions& options, bool with_borders) {
  switch (options.unit) {
    case NgramUnit::character:
      return std::make_unique<CharacterSource>(options.line_end);
    case NgramUnit::grapheme:
      return std::make_unique<GraphemeSource>(options.line_end);
    case NgramUnit::line:
      return std::make_unique<LineSource>(options.line_end);
    case NgramUnit::word:
      break;
  }
  if (options.is_pretokenized) return std::make_unique<CutTextSource>(options.line_end);
  return std::make_unique<WordSource>(options.kinds, options.line_end, with_borders);
}

}  // namespace sorani::count
