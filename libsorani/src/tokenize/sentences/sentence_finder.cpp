// Sentence boundaries by rules, in one pass over the tokens of a line.
//
// A sentence ends at the end of its line, or at a stop: . ! ? ؟ …, together with the closing brackets, quotation marks,
// emoji and further stops after it, which are attached to it. It does not end at a stop
//   - before a comma or the like, or a lower-case Latin letter;
//   - inside brackets that are closed on the same line, unless the sentence begins with the bracket;
//   - of an abbreviation, an initial, or a list number at its start (most of them are one token with their stop);
//   - before which the sentence has no word or number;
//   - that is an ellipsis, before «and so on» or before or after the conjunction و;
//   - that ends quoted speech, if a verb of saying (`has_verb_of_saying`) or the conjunction و follows.
// A stop between two words without a space ends a sentence: the space is missing (`decide_adjacent`).
//
// Each token is read once. For a token after a stop, `decide` chooses: continue the sentence, attach the token to the
// stop, or end the sentence before it. State is constant in size and reset at each line. Look-ahead is bounded:
// kMaxTokensToSayingVerb tokens for a verb of saying, kMaxBracketBytes for a closing bracket; so time is linear.

#include "tokenize/sentences/sentence_finder.hpp"

#include <algorithm>

#include "script/characters.hpp"
#include "tokenize/scanner.hpp"
#include "tokenize/word_lists.hpp"

namespace sorani::tokenize {
namespace {

/// Brackets that enclose more than this many bytes do not suppress boundaries: the closing one was forgotten, or they
/// enclose whole sentences.
constexpr std::size_t kMaxBracketBytes = 300;
/// A verb of saying is searched in this many tokens after quoted speech: «…» وتی, «…» ئازاد ... وتی.
constexpr int kMaxTokensToSayingVerb = 6;

bool is_lower_latin(const Character& c) noexcept {
  return c.value < 0x80 && is_ascii_lower(static_cast<char>(c.value));
}

/// Tells brackets, which enclose remarks, from quotation marks, which enclose speech.
bool is_bracket(const Character& c) noexcept {
  constexpr std::u32string_view kBrackets = U"()[]{}";
  return kBrackets.find(c.value) != std::u32string_view::npos;
}

/// True if a text has at least `least` letters.
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

/// True for commas, closing marks and the like, which never begin a sentence. Not for quotation marks, whose side is
/// found by `inspect`.
bool is_continuing_sign(const Token& token, const Character& first) noexcept {
  return token.kind == TokenKind::punctuation && !first.is(kHyphen | kSign | kToggle) && first.is(kNoSpaceBefore);
}

}  // namespace

SentenceFinder::TokenInfo SentenceFinder::inspect(const Token& token) noexcept {
  TokenInfo info{token, character_at(token.text, 0)};
  info.is_adjacent = line_.in_sentence && token.offset == line_.end;
  if (token.kind != TokenKind::punctuation || !info.first.is(kOpener | kCloser)) return info;
  if (!info.first.is(kToggle)) {
    info.opens = info.first.is(kNoSpaceAfter);
    info.closes = info.first.is(kNoSpaceBefore);
    return info;
  }
  // A bracket, colon or dash before a mark counts as a gap, and so does a stop, comma or closing mark after it.
  const TokenInfo& last = line_.last;
  const bool is_after_sign =
      last.token.kind == TokenKind::punctuation && !last.closes && !last.first.is(kEnd) && !last.first.is(kToggle);
  const bool starts = !info.is_adjacent || is_after_sign || last.opens;
  const Character after = character_at(text_, skip_directional(text_, token.offset + token.text.size()));
  const bool is_before_sign = after.is(kPunctuation) && !(after.is(kOpener) && !after.is(kToggle));
  const bool is_before_mark = after.is(kToggle) && starts;
  bool ends = after.is(kSpace | kControl) || (is_before_sign && !is_before_mark);
  // With a space between the stop and the mark, it opens the next sentence, unless the quotation that is open was
  // opened by a mark with spaces on both sides.
  if (ends && !info.is_adjacent && line_.stop != Stop::none && !line_.quotes.is_open_detached(token.text)) {
    ends = is_last(token);
  }
  info.opens = line_.quotes.is_opening(token.text, starts ? Neighbor::gap : Neighbor::text,
                                       ends ? Neighbor::gap : Neighbor::text);
  info.closes = !info.opens;
  return info;
}

bool SentenceFinder::line_ends_between(std::size_t from, std::size_t to) const noexcept {
  if (to - from == 1) return text_[from] == line_end_;
  return text_.substr(from, to - from).find(line_end_) != std::string_view::npos;
}

/// True if only spaces follow the token on its line.
bool SentenceFinder::is_last(const Token& token) const noexcept {
  const std::size_t end = text_.find_first_not_of(' ', token.offset + token.text.size());
  return end == std::string_view::npos || text_[end] == line_end_;
}

/// Decides about a token that follows a stop, or what is attached to it, without a gap.
SentenceFinder::Decision SentenceFinder::decide_adjacent(const TokenInfo& next) const noexcept {
  const bool is_ellipsis = line_.stop == Stop::ellipsis && !line_.has_attached;
  if (next.opens) return is_ellipsis ? Decision::continue_sentence : Decision::end_sentence;
  const bool is_word = next.token.kind == TokenKind::word && next.first.is(kLetter);
  if (!is_word || is_lower_latin(next.first) || ending_kind(next.token.text) != Ending::none)
    return Decision::continue_sentence;
  if (line_.has_attached || line_.stop == Stop::other)
    return continues_after_stop(next) ? Decision::continue_sentence : Decision::end_sentence;
  if (line_.stop != Stop::full_stop) return Decision::continue_sentence;
  // Two words with the space missing between them. Short ones may be an unknown abbreviation or a name.
  const TokenInfo& before = line_.before_stop;
  const bool is_whole = before.closes || (before.token.kind == TokenKind::word && has_letters(before.token.text, 3));
  return is_whole && has_letters(next.token.text, 2) ? Decision::end_sentence : Decision::continue_sentence;
}

/// True if the sentence continues with this token, which is not punctuation, although a stop precedes it.
bool SentenceFinder::continues_after_stop(const TokenInfo& next) const noexcept {
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
  if (!line_.has_closing_quote || next.token.kind != TokenKind::word) return false;
  return has_role(next.token, SentenceRole::conjunction) || has_verb_of_saying(next.token);
}

SentenceFinder::Decision SentenceFinder::decide(const TokenInfo& next) const noexcept {
  const bool is_stop = next.token.kind == TokenKind::punctuation && next.first.is(kEnd);
  if (next.closes || is_stop || next.token.kind == TokenKind::emoji) return Decision::attach;
  if (next.is_adjacent) return decide_adjacent(next);
  if (!next.opens && is_continuing_sign(next.token, next.first)) return Decision::continue_sentence;
  return is_lower_latin(next.first) || continues_after_stop(next) ? Decision::continue_sentence
                                                                  : Decision::end_sentence;
}

/// True if the clause after quoted speech reports who said it: it begins with a verb of saying («باش!» وتی ئازاد.) or
/// ends with one («باش!» ئازاد وتی.), and does not introduce further speech by a colon, a quotation or کە. `first` is
/// the first word of the clause.
bool SentenceFinder::has_verb_of_saying(const Token& first) const noexcept {
  const auto token_at = [&](std::size_t at) -> Token {
    const std::size_t start = skip_gap(text_, at);
    if (start == text_.size() || line_ends_between(at, start)) return {};
    const Extent extent = scan_token(text_, start, {});
    return {text_.substr(start, extent.end - start), extent.kind, start};
  };
  const auto end_of = [](const Token& token) { return token.offset + token.text.size(); };
  bool starts_with_verb = false;  // the clause begins with a verb of saying
  bool follows_verb = false;      // the token before is a verb of saying
  Token token = first;
  for (int i = 0; i < kMaxTokensToSayingVerb && !token.text.empty(); ++i) {
    const Token next = token_at(end_of(token));
    if (token.kind == TokenKind::punctuation) {
      const Character sign = character_at(token.text, 0);
      if (token.text == ":") return false;
      if (sign.is(kOpener) && !is_bracket(sign)) return false;
      // A comma right after the verb is used as a colon.
      return follows_verb ? sign.is(kEnd | kOpener) : starts_with_verb;
    }
    const SentenceRole role = token.kind == TokenKind::word ? sentence_role(token.text) : SentenceRole::none;
    if (follows_verb && role == SentenceRole::complement) return false;
    if (role == SentenceRole::conjunction) return starts_with_verb || follows_verb;
    if (follows_verb && !starts_with_verb) return false;  // the words said follow
    const bool is_one = role == SentenceRole::saying;
    const bool is_two = !is_one && next.offset == end_of(token) + 1 &&
                        sentence_role(text_.substr(token.offset, end_of(next) - token.offset)) == SentenceRole::saying;
    follows_verb = is_one || is_two;
    starts_with_verb |= follows_verb && i == 0;
    token = is_two ? token_at(end_of(next)) : next;
  }
  return starts_with_verb || (follows_verb && token.text.empty());
}

SentenceFinder::Stop SentenceFinder::stop_of(const TokenInfo& info) const noexcept {
  const Token& token = info.token;
  const bool can_stop = token.kind == TokenKind::punctuation
                            ? info.first.is(kEnd)
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
  if (token.text.size() == 1 && info.first.is(kFullStop)) {
    const bool is_list_number =
        info.is_adjacent && last.kind == TokenKind::number && last.offset == line_.start && is_item_number(last.text);
    return is_list_number ? Stop::none : Stop::full_stop;
  }
  if (!info.first.is(kFullStop) && info.first.value != script::character::kHorizontalEllipsis.value) return Stop::other;
  return has_role(last, SentenceRole::conjunction) ? Stop::none : Stop::ellipsis;
}

std::size_t SentenceFinder::closing_bracket(std::size_t from) const noexcept {
  const std::size_t limit = std::min(text_.size(), from + kMaxBracketBytes);
  const char open = text_[from];
  const char close = open == '(' ? ')' : open == '[' ? ']' : '}';
  for (std::size_t i = from + 1; i < limit && text_[i] != line_end_; ++i) {
    if (text_[i] == close) return i;
  }
  return 0;
}

void SentenceFinder::absorb_token(const TokenInfo& info) noexcept {
  line_.has_content |= info.token.kind != TokenKind::punctuation && info.token.kind != TokenKind::symbol;
  if (info.opens && is_bracket(info.first) && info.token.offset >= line_.bracket_end) {
    line_.bracket_start = info.token.offset;
    line_.bracket_end = closing_bracket(line_.bracket_start);
  }
  line_.last = info;
  line_.end = info.token.offset + info.token.text.size();
}

bool SentenceFinder::next(const Token& token, Sentence& sentence) noexcept {
  bool ended = false;
  // A word inside a sentence, as most tokens are: nothing but the last token changes.
  const bool is_inner_word = line_.in_sentence && line_.stop == Stop::none && token.kind == TokenKind::word &&
                             token.text.back() != '.' && !line_ends_between(line_.end, token.offset);
  if (is_inner_word) {
    line_.has_content = true;
    line_.last = {token, Character()};  // no rule looks at the first character of a word that is the last token
    line_.end = token.offset + token.text.size();
    return false;
  }
  if (line_.in_sentence && line_ends_between(line_.end, token.offset)) {
    ended = finish(sentence);
    line_ = {};
  }
  const TokenInfo info = inspect(token);
  const Decision decision = line_.stop == Stop::none ? Decision::continue_sentence : decide(info);
  if (decision == Decision::attach) {
    line_.has_attached = true;
    line_.has_closing_quote |= info.closes && !is_bracket(info.first);
    if (info.first.is(kEnd) && !info.first.is(kFullStop)) line_.stop = Stop::other;
  } else {
    if (decision == Decision::end_sentence) ended = finish(sentence);
    if (decision == Decision::end_sentence || !line_.in_sentence) {
      line_.in_sentence = true;
      line_.start = token.offset;
      line_.has_content = false;
    }
    line_.stop = stop_of(info);
    line_.has_attached = line_.has_closing_quote = false;
    if (line_.stop != Stop::none) line_.before_stop = line_.last;
  }
  absorb_token(info);
  return ended;
}

bool SentenceFinder::finish(Sentence& sentence) const noexcept {
  if (!line_.in_sentence) return false;
  sentence = {text_.substr(line_.start, line_.end - line_.start), line_.start};
  return true;
}

}  // namespace sorani::tokenize
