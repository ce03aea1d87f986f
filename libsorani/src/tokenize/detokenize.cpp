#include <sorani/detokenize.hpp>

#include "tokenize/cursor.hpp"

namespace sorani {
namespace {

using tokenize::Character;

/// How a token joins its neighbors.
struct Joint {
  bool left = false;   ///< no space before it
  bool right = false;  ///< no space after it
};

/// The signs that look the same on both sides, as far as they have been seen in the line.
class Toggles {
 public:
  /// True if the sign opens what it encloses; `can_open` says whether there is anything to enclose.
  bool flip(char32_t sign, bool can_open) noexcept {
    bool& is_open = sign == U'"' ? double_is_open_ : other_is_open_;
    is_open = !is_open && can_open;
    return is_open;
  }

 private:
  bool double_is_open_ = false;
  bool other_is_open_ = false;
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

Joint joint_of(std::string_view before, std::string_view token, std::string_view after, Toggles& toggles) noexcept {
  const Character first = tokenize::character_at(token, 0);
  if (!first.is(tokenize::kPunctuation | tokenize::kSymbol) || !is_sign(token)) return {};
  if (first.is(tokenize::kToggle)) {
    // At the end of a line, or before a full stop, one was left out further up.
    const Character next = tokenize::character_at(after, 0);
    const bool at_end = after.empty() || (next.is(tokenize::kNoSpaceBefore) && is_sign(after));
    const bool opens = toggles.flip(first.value, before.empty() || !at_end);
    return {.left = !opens, .right = opens};
  }
  // The percent sign stands on either side of its number.
  if (first.is(tokenize::kSymbol) && first.is(tokenize::kNoSpaceBefore) && !ends_with_digit(before)) {
    return {.left = false, .right = begins_with_digit(after)};
  }
  return {.left = first.is(tokenize::kNoSpaceBefore), .right = first.is(tokenize::kNoSpaceAfter)};
}

/// The token at or after `at`, before the end of the line; empty if there is none.
std::string_view token_at(std::string_view line, std::size_t at) noexcept {
  const std::size_t start = line.find_first_not_of(' ', at);
  if (start == std::string_view::npos) return {};
  return line.substr(start, line.find(' ', start) - start);
}

void append_line(std::string_view line, std::string& out) {
  Toggles toggles;
  std::string_view before;
  bool glue = true;
  for (std::string_view token = token_at(line, 0); !token.empty();) {
    const std::string_view after = token_at(line, static_cast<std::size_t>(token.data() - line.data()) + token.size());
    const Joint joint = joint_of(before, token, after, toggles);
    if (!glue && !joint.left) out += ' ';
    out += token;
    glue = joint.right;
    before = token;
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
