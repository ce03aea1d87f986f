// The detokenizer: joins tokens separated by spaces into ordinary text.
//
// One pass over the tokens of a line, with one token of look-ahead. For each token it is decided whether the space
// before it and the space after it are left out. Words keep both. Signs are spaced as the column `spacing` of
// libsorani/data/token-characters.tsv says, with these rules for signs whose spacing depends on their neighbors:
//   - quotation marks without a fixed side open and close alternately, unless a neighbor shows the side (QuoteTracker);
//   - a dash keeps its spaces, also at the start of a line, since a hyphen without spaces is inside a token
//     (سیاسی-ئابووری, 2019-2020); after the label of a list item at the start of a line, or after a colon, it has no
//     space before it (1- أ- :-);
//   - a slash beside a number keeps its spaces, since 22/8 is one token;
//   - percent and currency signs are joined to their number;
//   - an ending is joined to the closing mark or percent sign before it: (کورد)ی 5%ی; a hyphen or an apostrophe between
//     the two, or between a number and its ending, is joined to both sides: 2011-ش 1990'ان.
//
// Nothing is carried over to the next line. Time is linear; nothing is allocated but the output.

#include <cstdint>
#include <sorani/detokenize.hpp>

#include "tokenize/character.hpp"
#include "tokenize/quote_tracker.hpp"
#include "tokenize/word_lists.hpp"

namespace sorani {
inline namespace v0 {
namespace {

using tokenize::Character;
using tokenize::Neighbor;

/// The sides on which a token is joined to its neighbors.
struct Attachment {
  bool left = false;   ///< no space before it
  bool right = false;  ///< no space after it
};

bool is_sign(std::string_view token) noexcept {
  for (std::size_t at = 0; at < token.size();) {
    const Character c = tokenize::character_at(token, at);
    if (!c.is(tokenize::kPunctuation | tokenize::kSymbol) || c.is(tokenize::kPictograph)) return false;
    at = c.end;
  }
  return true;
}

bool begins_with_digit(std::string_view token) noexcept {
  return tokenize::character_at(token, 0).is(tokenize::kDigit);
}

bool ends_with_digit(std::string_view token) noexcept {
  return tokenize::character_before(token, token.size()).is(tokenize::kDigit);
}

/// True for the letter or number of a list item.
bool is_label(std::string_view token) noexcept {
  const Character first = tokenize::character_at(token, 0);
  return (first.is(tokenize::kLetter) && first.end == token.size()) || tokenize::is_item_number(token);
}

/// Joins the tokens of one line.
class LineJoiner {
 public:
  explicit LineJoiner(std::string& out) noexcept : out_(out) {}

  /// Appends `token`. `after` is the token after it, empty at the end of the line.
  void append(std::string_view token, std::string_view after) {
    const Character first = tokenize::character_at(token, 0);
    const bool token_is_sign = first.is(tokenize::kPunctuation | tokenize::kSymbol) && is_sign(token);
    Attachment attachment;
    if (token_is_sign) {
      attachment = attachment_of(token, first, after);
    } else if (closer_ != Closer::none) {
      attachment.left = attaches_as_ending(token, after);
    }
    if (count_ > 0 && !omits_next_space_ && !attachment.left) out_ += ' ';
    out_ += token;
    omits_next_space_ = attachment.right;
    const bool closes =
        token_is_sign && attachment.left && !attachment.right && first.is(tokenize::kCloser | tokenize::kSymbol);
    closer_ = !closes ? Closer::none : first.is(tokenize::kToggle) ? Closer::quote : Closer::other;
    previous_ = token;
    previous_is_sign_ = token_is_sign;
    ++count_;
  }

 private:
  /// Whether the last token is a closing mark. A sign joined to the number before it counts as a closing bracket.
  enum class Closer : std::uint8_t { none, quote, other };

  bool attaches_as_ending(std::string_view token, std::string_view after) const noexcept {
    const tokenize::Ending ending = tokenize::ending_kind(token);
    if (ending != tokenize::Ending::possible) return ending == tokenize::Ending::certain;
    // Between two quotations it is a word, the conjunction: "ئەم" یان "ئەو".
    return closer_ == Closer::quote && !tokenize::character_at(after, 0).is(tokenize::kOpener);
  }

  Attachment attachment_of(std::string_view token, const Character& first, std::string_view after) noexcept {
    if (separates_ending(token, first, after)) return {.left = true, .right = true};
    if (first.is(tokenize::kToggle)) return attachment_of_quote(token, after);
    if (first.is(tokenize::kHyphen)) return {.left = follows_label(token) || previous_ == ":"};
    const bool left = first.is(tokenize::kNoSpaceBefore);
    const bool right = first.is(tokenize::kNoSpaceAfter);
    const bool is_beside_number = (first.is(tokenize::kSymbol) && left != right) || (left && right);
    if (!is_beside_number) return {.left = left, .right = right};
    const bool is_after_number = ends_with_digit(previous_);
    const bool is_before_number = begins_with_digit(after);
    if (left && right)
      return {.left = !is_after_number && !is_before_number, .right = !is_after_number && !is_before_number};
    // Between two numbers, a percent sign belongs to the one before, a currency sign to the one after.
    if (left) return {.left = is_after_number, .right = !is_after_number && is_before_number};
    return {.left = !is_before_number && is_after_number, .right = is_before_number};
  }

  /// True for a hyphen or an apostrophe between a number or closing mark and the ending that follows it.
  bool separates_ending(std::string_view token, const Character& first, std::string_view after) const noexcept {
    if (!first.is(tokenize::kHyphen | tokenize::kApostrophe) || first.end < token.size()) return false;
    if (quotes_.is_open(token) && !first.is(tokenize::kHyphen)) return false;
    return (closer_ != Closer::none || ends_with_digit(previous_)) &&
           tokenize::ending_kind(after) != tokenize::Ending::none;
  }

  bool follows_label(std::string_view hyphen) const noexcept {
    return count_ == 1 && tokenize::character_at(hyphen, 0).end == hyphen.size() && is_label(previous_);
  }

  Attachment attachment_of_quote(std::string_view mark, std::string_view after) noexcept {
    const Character last = tokenize::character_before(previous_, previous_.size());
    const bool is_after_opener = previous_is_sign_ && (previous_ == ":" || (last.is(tokenize::kNoSpaceAfter)));
    const Character next = tokenize::character_at(after, 0);
    const bool is_before_closer =
        next.is(tokenize::kNoSpaceBefore) && next.is(tokenize::kPunctuation) && is_sign(after);
    const Neighbor left = count_ == 0 || is_after_opener ? Neighbor::gap : Neighbor::unknown;
    const bool is_before_ending = !quotes_.is_open(mark) && tokenize::ending_kind(after) == tokenize::Ending::certain;
    const Neighbor right = after.empty() || is_before_closer || is_before_ending ? Neighbor::gap : Neighbor::unknown;
    const bool opens = quotes_.is_opening(mark, left, right);
    return {.left = !opens, .right = opens};
  }

  std::string& out_;
  std::string_view previous_;
  std::size_t count_ = 0;
  bool previous_is_sign_ = false;
  bool omits_next_space_ = false;
  Closer closer_ = Closer::none;
  tokenize::QuoteTracker quotes_;
};

/// The first token at or after `at`; empty if the line has no more.
std::string_view token_at(std::string_view line, std::size_t at) noexcept {
  while (at < line.size() && line[at] == ' ') ++at;
  const std::string_view rest(line.data() + at, line.size() - at);
  return rest.substr(0, rest.find(' '));
}

void append_line(std::string_view text, std::string& out) {
  LineJoiner joiner(out);
  for (std::string_view token = token_at(text, 0); !token.empty();) {
    const std::string_view after = token_at(text, static_cast<std::size_t>(token.data() - text.data()) + token.size());
    joiner.append(token, after);
    token = after;
  }
}

}  // namespace

void append_detokenized(std::string_view text, std::string& out, char line_end) {
  while (!text.empty()) {
    const std::size_t end = text.find(line_end);
    append_line(text.substr(0, end), out);
    if (end == std::string_view::npos) return;
    out += line_end;
    text.remove_prefix(end + 1);
  }
}

}  // namespace v0
}  // namespace sorani
