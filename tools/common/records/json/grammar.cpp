#include "common/records/json/grammar.hpp"

#include <fmt/core.h>

#include <string>

#include "common/records/json/strings.hpp"

namespace ku {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The size of the number at the start of `text`; 0 if there is none.
std::size_t number_size(std::string_view text) {
  std::size_t at = 0;
  const auto is_at = [&](char c) { return at < text.size() && text[at] == c; };
  const auto skip_digits = [&] {
    const std::size_t start = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    return at > start;
  };
  if (is_at('-')) ++at;
  if (is_at('0')) {
    ++at;
  } else if (!skip_digits()) {
    return 0;
  }
  if (is_at('.')) {
    ++at;
    if (!skip_digits()) return 0;
  }
  if (is_at('e') || is_at('E')) {
    ++at;
    if (is_at('+') || is_at('-')) ++at;
    if (!skip_digits()) return 0;
  }
  return at;
}

/// A recursive-descent parser that keeps nothing. Its functions return false at an error, which is in `error`.
class Checker {
 public:
  explicit Checker(std::string_view text) : text_(text) {}

  bool check() {
    skip_space();
    if (peek() != '{') return fail("not a JSON object");
    if (!value(1)) return false;
    skip_space();
    return at_ == text_.size() || fail("more text after the JSON object");
  }

  std::optional<RecordError> error;

 private:
  // At the end this is NUL, which is no token either.
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  void skip_space() {
    while (at_ < text_.size() && is_json_space(text_[at_])) ++at_;
  }

  bool fail(std::string message) {
    error = RecordError{at_, std::move(message)};
    return false;
  }

  bool fail_expecting(std::string_view what) {
    return fail(at_ == text_.size() ? fmt::format("malformed JSON: the line ends where {} should be", what)
                                    : fmt::format("malformed JSON: {} should be here", what));
  }

  bool value(int depth) {
    skip_space();
    switch (peek()) {
      case '{':
        return is_allowed(depth) && list('}', [&] { return member(depth); });
      case '[':
        return is_allowed(depth) && list(']', [&] { return value(depth + 1); });
      case '"':
        return string();
      case 't':
        return word("true");
      case 'f':
        return word("false");
      case 'n':
        return word("null");
      default:
        return number();
    }
  }

  bool is_allowed(int depth) {
    return depth <= kMaxJsonDepth || fail(fmt::format("JSON nested more than {} deep", kMaxJsonDepth));
  }

  /// An object or a list, whose items `item` reads.
  template <typename Item>
  bool list(char close, Item item) {
    ++at_;
    skip_space();
    if (peek() == close) {
      ++at_;
      return true;
    }
    for (;;) {
      if (!item()) return false;
      skip_space();
      if (peek() == close) {
        ++at_;
        return true;
      }
      if (peek() != ',') return fail_expecting(close == '}' ? "',' or '}'" : "',' or ']'");
      ++at_;
    }
  }

  bool member(int depth) {
    skip_space();
    if (peek() != '"') return fail_expecting("a name in quotation marks");
    if (!string()) return false;
    skip_space();
    if (peek() != ':') return fail_expecting("':'");
    ++at_;
    return value(depth + 1);
  }

  bool string() {
    const std::size_t open = at_;
    std::size_t end = open + 1;
    while (end < text_.size() && text_[end] != '"' && static_cast<unsigned char>(text_[end]) >= 0x20) {
      end += text_[end] == '\\' ? 2 : 1;
    }
    const std::size_t inside_end = std::min(end, text_.size());
    const std::string_view inside = text_.substr(open + 1, inside_end - open - 1);
    if (const auto bad = find_bad_escape(inside, false)) {
      at_ = open + 1 + bad->offset;
      return fail("malformed JSON: a backslash with no valid escape");
    }
    if (end >= text_.size()) {
      at_ = open;
      return fail("malformed JSON: a string without its closing quotation mark");
    }
    at_ = end;
    if (text_[end] != '"') return fail("malformed JSON: a control character in a string");
    ++at_;
    return true;
  }

  bool word(std::string_view word) {
    if (!text_.substr(at_).starts_with(word)) return fail_expecting("a value");
    at_ += word.size();
    return true;
  }

  bool number() {
    const std::size_t size = number_size(text_.substr(at_));
    if (size == 0) return fail_expecting("a value");
    at_ += size;
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

/// The offset just past the string that begins at `begin`.
std::size_t end_of_string(std::string_view text, std::size_t begin) {
  std::size_t end = begin + 1;
  while (text[end] != '"') end += text[end] == '\\' ? 2 : 1;
  return end + 1;
}

}  // namespace

bool is_json_number(std::string_view text) { return !text.empty() && number_size(text) == text.size(); }

std::optional<RecordError> find_json_error(std::string_view text) {
  Checker checker(text);
  checker.check();
  return checker.error;
}

std::size_t end_of_json_value(std::string_view text, std::size_t begin) {
  std::size_t depth = 0;
  for (std::size_t at = begin; at < text.size();) {
    const char c = text[at];
    if (c == '"') {
      at = end_of_string(text, at);
      if (depth == 0) return at;
      continue;
    }
    const bool is_end = c == '}' || c == ']';
    if (depth == 0 && (is_end || c == ',' || is_json_space(c))) return at;  // a number or a word was before
    ++at;
    if (c == '{' || c == '[') ++depth;
    if (is_end && --depth == 0) return at;
  }
  return text.size();
}

}  // namespace ku
