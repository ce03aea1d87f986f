#include "tokenize/sentences.hpp"

#include <algorithm>

#include "tokenize/lists.hpp"

namespace sorani::tokenize {
namespace {

/// A bracket closed further away than this was forgotten, or holds whole sentences.
constexpr std::size_t kLongestBracket = 300;
/// Numbers of lists have at most this many bytes.
constexpr std::size_t kLongestListNumber = 6;
constexpr std::size_t kLeastQuotedWords = 2;

bool is_lower_latin(const Character& c) noexcept {
  return c.value < 0x80 && is_ascii_lower(static_cast<char>(c.value));
}

/// Brackets hold remarks, other openers and closers hold speech.
bool is_bracket(const Character& c) noexcept {
  constexpr std::u32string_view kBrackets = U"()[]{}";
  return kBrackets.find(c.value) != std::u32string_view::npos;
}

/// True if a text has so many characters that are letters.
bool has_letters(std::string_view text, std::size_t least) noexcept {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size() && count < least;) {
    const Character c = character_at(text, at);
    if (c.is(kLetter)) ++count;
    at = c.end;
  }
  return count == least;
}

}  // namespace

SentenceFinder::Seen SentenceFinder::look_at(const Token& token) const noexcept {
  Seen seen{token, character_at(token.text, 0)};
  seen.is_adjacent = in_sentence_ && token.offset == end_;
  if (token.kind != TokenKind::punctuation) return seen;
  if (seen.first.is(kToggle)) {
    const Character after = character_at(text_, token.offset + token.text.size());
    const bool space_after = after.is(kSpace | kControl | kPunctuation);
    if (seen.is_adjacent != space_after) {
      seen.closes = quote_is_open_;
    } else {
      seen.closes = seen.is_adjacent;
    }
    seen.opens = !seen.closes;
  } else if (seen.first.is(kOpener | kCloser)) {
    seen.opens = seen.first.is(kNoSpaceAfter);
    seen.closes = seen.first.is(kNoSpaceBefore);
  }
  return seen;
}

bool SentenceFinder::line_ends_before(std::size_t offset) const noexcept {
  return text_.substr(end_, offset - end_).find(line_end_) != std::string_view::npos;
}

SentenceFinder::Decision SentenceFinder::decide_adjacent(const Seen& next) const noexcept {
  if (next.opens) return Decision::end;
  const bool is_word = next.token.kind == TokenKind::word && next.first.is(kLetter);
  if (!is_word) return Decision::go_on;
  if (took_in_) return is_lower_latin(next.first) ? Decision::go_on : Decision::end;
  switch (mark_) {
    case Mark::stop: {
      // Two words that have run into each other; short ones may be a name or an abbreviation that is not known.
      const bool words =
          before_mark_.kind == TokenKind::word && has_letters(before_mark_.text, 3) && has_letters(next.token.text, 2);
      return words && !is_lower_latin(next.first) ? Decision::end : Decision::go_on;
    }
    case Mark::other_end:
      return Decision::end;
    default:
      return Decision::go_on;
  }
}

SentenceFinder::Decision SentenceFinder::decide(const Seen& next) const noexcept {
  const bool is_end = mark_ <= Mark::abbreviation;
  if (is_end) {
    if (next.closes || next.token.kind == TokenKind::emoji) return Decision::take_in;
    if (next.first.is(kEnd) && next.token.kind == TokenKind::punctuation) return Decision::take_in;
  }
  if (next.is_adjacent) return is_end ? decide_adjacent(next) : Decision::go_on;
  // A comma goes on; a bullet, a dash or a quotation mark begins something.
  const bool continues = next.token.kind == TokenKind::punctuation && !next.opens && !next.first.is(kHyphen | kSign) &&
                         next.first.is(kNoSpaceBefore);
  if (continues || is_lower_latin(next.first)) return Decision::go_on;
  switch (mark_) {
    case Mark::quote:
      return next.token.kind == TokenKind::word && !has_role(next.token.text, SentenceRole::after_quote)
                 ? Decision::end
                 : Decision::go_on;
    case Mark::colon_quote:
      return next.opens ? Decision::end : Decision::go_on;
    default:
      return Decision::end;
  }
}

SentenceFinder::Mark SentenceFinder::mark_of(const Seen& seen) const noexcept {
  const Token& token = seen.token;
  const std::size_t token_end = token.offset + token.text.size();
  const bool is_inside = bracket_start_ == start_ ? token_end < bracket_end_ : token_end <= bracket_end_;
  if (is_inside) return Mark::none;
  if (token.kind == TokenKind::word) {
    if (!token.text.ends_with('.')) return Mark::none;
    const bool known = abbreviation_kind(token.text.substr(0, token.text.size() - 1)) == AbbreviationKind::word;
    return known ? Mark::abbreviation : Mark::none;
  }
  if (token.kind != TokenKind::punctuation) return Mark::none;
  if (seen.first.is(kFullStop)) {
    if (token.text.size() > 1) return Mark::ellipsis;
    const bool is_list_number = seen.is_adjacent && last_.kind == TokenKind::number && last_.offset == start_ &&
                                last_.text.size() <= kLongestListNumber;
    return is_list_number ? Mark::none : Mark::stop;
  }
  if (seen.first.is(kEnd)) return seen.first.value == U'…' ? Mark::ellipsis : Mark::other_end;
  if (token.text == ":" && last_.kind == TokenKind::word) {
    if (ends_with_role(last_.text, SentenceRole::colon)) return Mark::colon;
    if (ends_with_role(last_.text, SentenceRole::colon_quote)) return Mark::colon_quote;
  }
  if (seen.closes && !is_bracket(seen.first) && begins_with_quote_ && quote_words_ >= kLeastQuotedWords)
    return Mark::quote;
  return Mark::none;
}

std::size_t SentenceFinder::closing_bracket(std::size_t from) const noexcept {
  const std::size_t limit = std::min(text_.size(), from + kLongestBracket);
  const char open = text_[from];
  const char close = open == '(' ? ')' : open == '[' ? ']' : '}';
  for (std::size_t i = from + 1; i < limit && text_[i] != line_end_; ++i) {
    if (text_[i] == close) return i;
  }
  return 0;
}

void SentenceFinder::begin(const Seen& seen) noexcept {
  in_sentence_ = true;
  start_ = seen.token.offset;
  mark_ = Mark::none;
  begins_with_quote_ = seen.opens && !is_bracket(seen.first);
  quote_words_ = 0;
}

void SentenceFinder::note(const Seen& seen) noexcept {
  if (seen.token.kind == TokenKind::word || seen.token.kind == TokenKind::number) ++quote_words_;
  // Only the quotation that begins the sentence counts.
  if (seen.closes && !is_bracket(seen.first)) begins_with_quote_ = false;
  if (seen.first.is(kToggle) && seen.token.kind == TokenKind::punctuation) quote_is_open_ = seen.opens;
  if (seen.opens && is_bracket(seen.first) && seen.token.offset >= bracket_end_) {
    bracket_start_ = seen.token.offset;
    bracket_end_ = closing_bracket(bracket_start_);
  }
  last_ = seen.token;
  end_ = seen.token.offset + seen.token.text.size();
}

bool SentenceFinder::next(const Token& token, Sentence& sentence) noexcept {
  Seen seen = look_at(token);
  bool ended = false;
  Decision decision = Decision::go_on;
  if (in_sentence_) {
    if (line_ends_before(token.offset)) {
      decision = Decision::end;
      quote_is_open_ = false;
      bracket_end_ = 0;
      seen = look_at(token);
    } else if (mark_ != Mark::none) {
      decision = decide(seen);
    }
  }
  if (decision == Decision::end) ended = finish(sentence);
  if (decision == Decision::take_in) {
    took_in_ = true;
  } else {
    if (ended || !in_sentence_) begin(seen);
    mark_ = mark_of(seen);
    took_in_ = false;
    before_mark_ = last_;
  }
  note(seen);
  return ended;
}

bool SentenceFinder::finish(Sentence& sentence) const noexcept {
  if (!in_sentence_) return false;
  sentence = {text_.substr(start_, end_ - start_), start_};
  return true;
}

}  // namespace sorani::tokenize
