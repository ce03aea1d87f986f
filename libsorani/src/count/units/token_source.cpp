#include "count/units/token_source.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <string>
#include <utility>

#include "count/units/escapes.hpp"
#include "count/units/text_source.hpp"
#include "count/units/whitespace_token_source.hpp"
#include "count/units/word_source.hpp"
#include "script/script.hpp"
#include "utf8/utf8.hpp"

namespace sorani::count {
namespace {

/// Counted in place of each byte of ill-formed text: a raw byte could join the unit after it to another character, and
/// one key would be n-grams of different lengths.
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// Base of the sources whose units may contain any character but the line end: such units are escaped.
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

  /// Adds units until the batch is full or the text ends. `unit_end` gets the first character of each, at `at_`.
  template <typename UnitEnd>
  bool read_units(Batch& batch, const UnitEnd& unit_end) {
    batch.size = batch.bytes = 0;
    while (batch.size < Batch::kSize && at_ < text_.size()) {
      if (text_[at_] == line_end_) {
        is_first_ = true;
        ++at_;
        continue;
      }
      const utf8::Decoded first = utf8::decode(text_, at_);
      const std::size_t begin = std::exchange(at_, unit_end(first));
      add(first.value < utf8::kIllFormed ? text_.substr(begin, at_ - begin) : kReplacement, batch);
    }
    return batch.size != 0;
  }

  char line_end_;

 private:
  std::array<std::string, Batch::kSize> escaped_;
};

class CharacterSource : public EscapingSource {
 public:
  using EscapingSource::EscapingSource;

  bool next(Batch& batch) override {
    return read_units(batch, [this](const utf8::Decoded& first) { return at_ + first.length; });
  }
};

/// Characters between two of which there is always a grapheme cluster boundary: printable ASCII and Arabic letters.
bool is_plain(char32_t c) noexcept { return c < 0x80 ? c >= U' ' && c < 0x7F : script::is(c, script::kArabicLetter); }

class GraphemeSource : public EscapingSource {
 public:
  using EscapingSource::EscapingSource;

  bool next(Batch& batch) override {
    return read_units(batch, [this](const utf8::Decoded& first) { return cluster_end(first); });
  }

 private:
  /// The end of the cluster that begins at `at_`, with the character `last`.
  std::size_t cluster_end(utf8::Decoded last) const {
    utf8proc_int32_t state = 0;
    std::size_t end = at_ + last.length;
    while (end < text_.size() && text_[end] != line_end_) {
      const utf8::Decoded c = utf8::decode(text_, end);
      if (is_plain(last.value) && is_plain(c.value)) break;
      // Each byte of ill-formed text is a unit of its own.
      if (last.value >= utf8::kIllFormed || c.value >= utf8::kIllFormed) break;
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

std::unique_ptr<TokenSource> make_token_source(const NgramOptions& options, bool with_line_starts) {
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
  if (options.is_pretokenized) return std::make_unique<WhitespaceTokenSource>(options.line_end, with_line_starts);
  return std::make_unique<WordSource>(options.kinds, options.line_end, with_line_starts);
}

}  // namespace sorani::count
