// Joins the tokens of a line into ordinary text.
//
// Each token tells on which side a space is left out, by what the data say of its sign and by its neighbors:
//   - quotation marks with no fixed side open and close by turns, unless the token beside them shows the side;
//   - a dash keeps its spaces, also at the start of a line, since a hyphen without them is part of a token
//     (سیاسی-ئابووری, 2019-2020); that behind the label of an item at the start of a line, or behind a colon, follows
//     it (1- أ- :-);
//   - likewise a slash beside a number keeps its spaces (22/8 is one token);
//   - percent and currency signs are joined to their number;
//   - an ending is joined to the closing mark or percent sign before it: (کورد)ی 5%ی; a hyphen or an apostrophe between
//     them, or between a number and its ending, is joined to both: 2011-ش 1990'ان.

#include <cstdint>
#include <sorani/detokenize.hpp>

#include "tokenize/cursor.hpp"
#include "tokenize/lists.hpp"
#include "tokenize/quotes.hpp"

namespace sorani {
namespace {

using tokenize::Beside;
using tokenize::Character;

/// How a token joins its neighbors.
struct Joint {
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

/// The letter or number of an item of a list.
bool is_label(std::string_view token) noexcept {
  const Character first = tokenize::character_at(token, 0);
  return (first.is(tokenize::kLetter) && first.end == token.size()) || tokenize::is_item_number(token);
}

/// A line whose tokens are joined one by one.
class Line {
 public:
  explicit Line(std::string& out) noexcept : out_(out) {}

  /// Appends a token that stands before `after`, which is empty at the end.
  void append(std::string_view token, std::string_view after) {
    const Character first = tokenize::character_at(token, 0);
    const bool is_a_sign = first.is(tokenize::kPunctuation | tokenize::kSymbol) && is_sign(token);
    Joint joint;
    if (is_a_sign) {
      joint = joint_of(token, first, after);
    } else if (closer_ != Closer::none) {
      joint.left = is_joined_ending(token, after);
    }
    if (count_ > 0 && !is_glued_ && !joint.left) out_ += ' ';
    out_ += token;
    is_glued_ = joint.right;
    const bool closes = is_a_sign && joint.left && !joint.right && first.is(tokenize::kCloser | tokenize::kSymbol);
    closer_ = !closes ? Closer::none : first.is(tokenize::kToggle) ? Closer::quote : Closer::other;
    before_ = token;
    before_is_sign_ = is_a_sign;
    ++count_;
  }

 private:
  /// What the last token closes. The sign behind a number is as good as a bracket.
  enum class Closer : std::uint8_t { none, quote, other };

  bool is_joined_ending(std::string_view token, std::string_view after) const noexcept {
    const tokenize::Ending ending = tokenize::ending_kind(token);
    if (ending != tokenize::Ending::possible) return ending == tokenize::Ending::certain;
    // "ئەم" یان "ئەو": between two quotations it is the conjunction.
    return closer_ == Closer::quote && !tokenize::character_at(after, 0).is(tokenize::kOpener);
  }

  Joint joint_of(std::string_view token, const Character& first, std::string_view after) noexcept {
    if (parts_ending(token, first, after)) return {.left = true, .right = true};
    if (first.is(tokenize::kToggle)) return joint_of_quote(token, after);
    if (first.is(tokenize::kHyphen)) return {.left = follows_label(token) || before_ == ":"};
    const bool left = first.is(tokenize::kNoSpaceBefore);
    const bool right = first.is(tokenize::kNoSpaceAfter);
    const bool is_beside_number = (first.is(tokenize::kSymbol) && left != right) || (left && right);
    if (!is_beside_number) return {.left = left, .right = right};
    const bool is_after_number = ends_with_digit(before_);
    const bool is_before_number = begins_with_digit(after);
    if (left && right)
      return {.left = !is_after_number && !is_before_number, .right = !is_after_number && !is_before_number};
    // A percent sign rather ends, a currency sign rather begins its number.
    if (left) return {.left = is_after_number, .right = !is_after_number && is_before_number};
    return {.left = !is_before_number && is_after_number, .right = is_before_number};
  }

  /// True for a hyphen or an apostrophe between a number, or what a closing mark ends, and its ending.
  bool parts_ending(std::string_view token, const Character& first, std::string_view after) const noexcept {
    if (!first.is(tokenize::kHyphen | tokenize::kApostrophe) || first.end < token.size()) return false;
    if (quotes_.is_open(token) && !first.is(tokenize::kHyphen)) return false;
    return (closer_ != Closer::none || ends_with_digit(before_)) &&
           tokenize::ending_kind(after) != tokenize::Ending::none;
  }

  bool follows_label(std::string_view hyphen) const noexcept {
    return count_ == 1 && tokenize::character_at(hyphen, 0).end == hyphen.size() && is_label(before_);
  }

  Joint joint_of_quote(std::string_view mark, std::string_view after) noexcept {
    const Character last = tokenize::character_before(before_, before_.size());
    const bool is_on_opener = before_is_sign_ && (before_ == ":" || (last.is(tokenize::kNoSpaceAfter)));
    const Character next = tokenize::character_at(after, 0);
    const bool is_before_closer =
        next.is(tokenize::kNoSpaceBefore) && next.is(tokenize::kPunctuation) && is_sign(after);
    const Beside left = count_ == 0 || is_on_opener ? Beside::gap : Beside::unknown;
    const bool is_before_ending = !quotes_.is_open(mark) && tokenize::ending_kind(after) == tokenize::Ending::certain;
    const Beside right = after.empty() || is_before_closer || is_before_ending ? Beside::gap : Beside::unknown;
    const bool opens = quotes_.opens(mark, left, right);
    return {.left = !opens, .right = opens};
  }

  std::string& out_;
  std::string_view before_;
  std::size_t count_ = 0;
  bool before_is_sign_ = false;
  bool is_glued_ = false;  // no space follows the last token
  Closer closer_ = Closer::none;
  tokenize::QuoteSides quotes_;
};

/// The token at or after `at`, before the end of the line; empty if there is none.
std::string_view token_at(std::string_view line, std::size_t at) noexcept {
  while (at < line.size() && line[at] == ' ') ++at;
  const std::string_view rest(line.data() + at, line.size() - at);
  return rest.substr(0, rest.find(' '));
}

void append_line(std::string_view text, std::string& out) {
  Line line(out);
  for (std::string_view token = token_at(text, 0); !token.empty();) {
    const std::string_view after = token_at(text, static_cast<std::size_t>(token.data() - text.data()) + token.size());
    line.append(token, after);
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

}  // namespace sorani
