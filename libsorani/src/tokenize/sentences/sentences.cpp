// Where sentences end.
//
// A sentence ends with its line, or at a stop: . ! ? ؟ … and the closing brackets, quotation marks, emoji and further
// stops behind it, which are attached to it. It does not end at a stop
//   - before a comma or the like, or a lower-case Latin letter;
//   - inside brackets that are closed within the line, unless the sentence begins with them;
//   - of an abbreviation, initial or the number of an item at its start (the tokenizer makes most of them one token);
//   - with no word or number before it;
//   - that is an ellipsis, before «and so on», after or before a lone و;
//   - of quoted speech whose verb of saying stands behind it (`has_verb_of_saying`), or before a lone و.
// Where no space follows the stop, one is taken to be left out between two words (`decide_adjacent`).
//
// The tokens are seen one by one; what a stop means is decided at the token after it and what is attached. Only a verb
// of saying is looked for further on, a few tokens at most. Nothing is remembered from one line to the next.

#include "tokenize/sentences/sentences.hpp"

#include <algorithm>

#include "tokenize/lists.hpp"
#include "tokenize/scanner.hpp"

namespace sorani::tokenize {
namespace {

/// A bracket closed further away than this was forgotten, or holds whole sentences.
constexpr std::size_t kLongestBracket = 300;
/// How many tokens behind quoted speech its verb of saying is looked for in.
constexpr int kSayingTokens = 6;

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

bool has_role(const Token& token, SentenceRole role) noexcept {
  return token.kind == TokenKind::word && sentence_role(token.text) == role;
}

/// A comma, a closing mark and the like: they begin nothing. Quotation marks are not asked about.
bool continues(const Token& token, const Character& first) noexcept {
  return token.kind == TokenKind::punctuation && !first.is(kHyphen | kSign | kToggle) && first.is(kNoSpaceBefore);
}

}  // namespace

SentenceFinder::Seen SentenceFinder::look_at(const Token& token) noexcept {
  Seen seen{token, character_at(token.text, 0)};
  seen.is_adjacent = line_.in_sentence && token.offset == line_.end;
  if (token.kind != TokenKind::punctuation || !seen.first.is(kOpener | kCloser)) return seen;
  if (!seen.first.is(kToggle)) {
    seen.opens = seen.first.is(kNoSpaceAfter);
    seen.closes = seen.first.is(kNoSpaceBefore);
    return seen;
  }
  // A bracket, colon or dash before a mark, or a stop, comma or closing mark after it, is as good as a space.
  const Seen& last = line_.last;
  const bool is_on_sign =
      last.token.kind == TokenKind::punctuation && !last.closes && !last.first.is(kEnd) && !last.first.is(kToggle);
  const bool starts = !seen.is_adjacent || is_on_sign || last.opens;
  const Character after = character_at(text_, skip_directional(text_, token.offset + token.text.size()));
  const bool is_before_sign = after.is(kPunctuation) && !(after.is(kOpener) && !after.is(kToggle));
  const bool is_before_mark = after.is(kToggle) && starts;
  bool ends = after.is(kSpace | kControl) || (is_before_sign && !is_before_mark);
  // Written apart from the stop before it, a mark begins the next sentence, unless its first mark is written so too.
  if (ends && !seen.is_adjacent && line_.stop != Stop::none && !line_.quotes.is_open_apart(token.text)) {
    ends = is_last(token);
  }
  seen.opens = line_.quotes.opens(token.text, starts ? Beside::gap : Beside::text, ends ? Beside::gap : Beside::text);
  seen.closes = !seen.opens;
  return seen;
}

bool SentenceFinder::line_ends_between(std::size_t from, std::size_t to) const noexcept {
  return text_.substr(from, to - from).find(line_end_) != std::string_view::npos;
}

/// True if nothing but spaces stands between the token and the end of its line.
bool SentenceFinder::is_last(const Token& token) const noexcept {
  const std::size_t end = text_.find_first_not_of(' ', token.offset + token.text.size());
  return end == std::string_view::npos || text_[end] == line_end_;
}

/// The token stands right behind a stop, or what is attached to it.
SentenceFinder::Decision SentenceFinder::decide_adjacent(const Seen& next) const noexcept {
  const bool is_dots = line_.stop == Stop::ellipsis && !line_.has_attached;
  if (next.opens) return is_dots ? Decision::go_on : Decision::end;
  const bool is_word = next.token.kind == TokenKind::word && next.first.is(kLetter);
  if (!is_word || is_lower_latin(next.first) || ending_kind(next.token.text) != Ending::none) return Decision::go_on;
  if (line_.has_attached || line_.stop == Stop::other) return goes_on(next) ? Decision::go_on : Decision::end;
  if (line_.stop != Stop::full_stop) return Decision::go_on;
  // Two words that have run into each other; short ones may be a name or an abbreviation that is not known.
  const Seen& before = line_.before_stop;
  const bool is_whole = before.closes || (before.token.kind == TokenKind::word && has_letters(before.token.text, 3));
  return is_whole && has_letters(next.token.text, 2) ? Decision::end : Decision::go_on;
}

/// True if the sentence goes on with this token, which is no sign, although a stop stands before it.
bool SentenceFinder::goes_on(const Seen& next) const noexcept {
  switch (line_.stop) {
    case Stop::label:
      return next.token.kind == TokenKind::number;
    case Stop::ellipsis:
      if (has_role(next.token, SentenceRole::and_so_on)) return true;
      [[fallthrough]];
    case Stop::abbreviation:
      if (has_role(next.token, SentenceRole::conjunction)) return true;
      break;
    default:
      break;
  }
  if (!line_.has_quote || next.token.kind != TokenKind::word) return false;
  return has_role(next.token, SentenceRole::conjunction) || has_verb_of_saying(next.token);
}

SentenceFinder::Decision SentenceFinder::decide(const Seen& next) const noexcept {
  const bool is_stop = next.token.kind == TokenKind::punctuation && next.first.is(kEnd);
  if (next.closes || is_stop || next.token.kind == TokenKind::emoji) return Decision::attach;
  if (next.is_adjacent) return decide_adjacent(next);
  if (!next.opens && continues(next.token, next.first)) return Decision::go_on;
  return is_lower_latin(next.first) || goes_on(next) ? Decision::go_on : Decision::end;
}

/// True if the clause that begins with a word, behind quoted speech, says who said it: it begins with a verb of saying
/// («باش!» وتی ئازاد.), or one ends it («باش!» ئازاد وتی.), and nothing that is said follows: no colon, no quotation,
/// no کە.
bool SentenceFinder::has_verb_of_saying(const Token& first) const noexcept {
  const auto token_at = [&](std::size_t at) -> Token {
    const std::size_t start = skip_gap(text_, at);
    if (start == text_.size() || line_ends_between(at, start)) return {};
    const Extent extent = scan_token(text_, start, {});
    return {text_.substr(start, extent.end - start), extent.kind, start};
  };
  const auto end_of = [](const Token& token) { return token.offset + token.text.size(); };
  bool begins = false;    // with a verb of saying
  bool is_after = false;  // right behind one
  Token token = first;
  for (int i = 0; i < kSayingTokens && !token.text.empty(); ++i) {
    const Token next = token_at(end_of(token));
    if (token.kind == TokenKind::punctuation) {
      const Character sign = character_at(token.text, 0);
      if (token.text == ":") return false;
      if (sign.is(kOpener) && !is_bracket(sign)) return false;
      // A comma right behind the verb stands for a colon.
      return is_after ? sign.is(kEnd | kOpener) : begins;
    }
    const SentenceRole role = token.kind == TokenKind::word ? sentence_role(token.text) : SentenceRole::none;
    if (is_after && role == SentenceRole::complement) return false;
    if (role == SentenceRole::conjunction) return begins || is_after;
    if (is_after && !begins) return false;  // what is said follows
    const bool is_one = role == SentenceRole::saying;
    const bool is_two = !is_one && next.offset == end_of(token) + 1 &&
                        sentence_role(text_.substr(token.offset, end_of(next) - token.offset)) == SentenceRole::saying;
    is_after = is_one || is_two;
    begins |= is_after && i == 0;
    token = is_two ? token_at(end_of(next)) : next;
  }
  return begins || (is_after && token.text.empty());
}

SentenceFinder::Stop SentenceFinder::stop_of(const Seen& seen) const noexcept {
  const Token& token = seen.token;
  const bool can_stop = token.kind == TokenKind::punctuation
                            ? seen.first.is(kEnd)
                            : token.kind == TokenKind::word && token.text.back() == '.';
  if (!can_stop) return Stop::none;
  const std::size_t token_end = token.offset + token.text.size();
  const bool begins_with_bracket = line_.bracket_start == line_.start;
  if (begins_with_bracket ? token_end < line_.bracket_end : token_end <= line_.bracket_end) return Stop::none;
  const Token& last = line_.last.token;
  if (token.kind == TokenKind::word) {
    const AbbreviationKind kind = abbreviation_kind(token.text.substr(0, token.text.size() - 1));
    if (kind == AbbreviationKind::label) return Stop::label;
    const bool is_unit = kind == AbbreviationKind::unit && line_.has_content && last.kind == TokenKind::number;
    return kind == AbbreviationKind::word || is_unit ? Stop::abbreviation : Stop::none;
  }
  if (!line_.has_content) return Stop::none;
  if (token.text.size() == 1 && seen.first.is(kFullStop)) {
    const bool is_list_number =
        seen.is_adjacent && last.kind == TokenKind::number && last.offset == line_.start && is_item_number(last.text);
    return is_list_number ? Stop::none : Stop::full_stop;
  }
  if (!seen.first.is(kFullStop) && seen.first.value != U'…') return Stop::other;
  return has_role(last, SentenceRole::conjunction) ? Stop::none : Stop::ellipsis;
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

void SentenceFinder::note(const Seen& seen) noexcept {
  line_.has_content |= seen.token.kind != TokenKind::punctuation && seen.token.kind != TokenKind::symbol;
  if (seen.opens && is_bracket(seen.first) && seen.token.offset >= line_.bracket_end) {
    line_.bracket_start = seen.token.offset;
    line_.bracket_end = closing_bracket(line_.bracket_start);
  }
  line_.last = seen;
  line_.end = seen.token.offset + seen.token.text.size();
}

bool SentenceFinder::next(const Token& token, Sentence& sentence) noexcept {
  bool ended = false;
  if (line_.in_sentence && line_ends_between(line_.end, token.offset)) {
    ended = finish(sentence);
    line_ = {};
  }
  const Seen seen = look_at(token);
  const Decision decision = line_.stop == Stop::none ? Decision::go_on : decide(seen);
  if (decision == Decision::attach) {
    line_.has_attached = true;
    line_.has_quote |= seen.closes && !is_bracket(seen.first);
    if (seen.first.is(kEnd) && !seen.first.is(kFullStop)) line_.stop = Stop::other;
  } else {
    if (decision == Decision::end) ended = finish(sentence);
    if (decision == Decision::end || !line_.in_sentence) {
      line_.in_sentence = true;
      line_.start = token.offset;
      line_.has_content = false;
    }
    line_.stop = stop_of(seen);
    line_.has_attached = line_.has_quote = false;
    if (line_.stop != Stop::none) line_.before_stop = line_.last;
  }
  note(seen);
  return ended;
}

bool SentenceFinder::finish(Sentence& sentence) const noexcept {
  if (!line_.in_sentence) return false;
  sentence = {text_.substr(line_.start, line_.end - line_.start), line_.start};
  return true;
}

}  // namespace sorani::tokenize
