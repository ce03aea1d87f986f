// The rules urls, emails, digits-arabic and digits-persian: they look at what stands between white space.

#include <algorithm>
#include <string>

#include "normalize/addresses.hpp"
#include "normalize/rewriter.hpp"
#include "script/script.hpp"
#include "unicode/utf8.hpp"

namespace sorani::normalize {
namespace {

std::u32string decoded(std::string_view text) {
  std::u32string result;
  for (std::size_t at = 0; at < text.size();) {
    const unicode::Decoded next = unicode::decode(text, at);
    result += next.value;
    at += next.length;
  }
  return result;
}

/// The token with the part that `find` finds as `mask`, or an empty string.
template <typename Find>
std::u32string masked(std::string_view token, Find find, std::u32string_view mask) {
  const Span part = find(token);
  if (part.length == 0) return {};
  std::u32string result = decoded(token.substr(0, part.start));
  result += mask;
  result += decoded(token.substr(part.start + part.length));
  return result;
}

/// The token with its ASCII digits as others, or an empty string if there are none or Latin letters beside them.
std::u32string with_digits(std::string_view token, char32_t zero) {
  std::u32string result = decoded(token);
  bool changed = false;
  for (char32_t& c : result) {
    if (script::is(c, script::kLatinLetter)) return {};
    if (c < U'0' || c > U'9') continue;
    c = c - U'0' + zero;
    changed = true;
  }
  return changed ? result : std::u32string();
}

}  // namespace

bool Rewriter::end_token(char32_t boundary) {
  const bool urls = program_.urls != Program::kNoRule;
  const bool emails = program_.emails != Program::kNoRule;
  const bool digits = program_.ascii_digits != Program::kNoRule;
  if (!urls && !emails && !digits) return false;

  const std::string_view text = written();
  const std::size_t end = text.size() - unicode::decode_before(text, text.size()).length;
  std::size_t start = end;
  while (start > 0) {
    const unicode::Decoded before = unicode::decode_before(text, start);
    if (script::is(before.value, script::kWhiteSpace | script::kLineEnd)) break;
    start -= before.length;
  }
  const std::string token(text.substr(start, end - start));
  std::uint16_t rule = Program::kNoRule;
  std::u32string result;
  if (urls && !(result = masked(token, find_url, U"<url>")).empty()) {
    rule = program_.urls;
  } else if (emails && !(result = masked(token, find_email, U"<email>")).empty()) {
    rule = program_.emails;
  } else if (digits && !(result = with_digits(token, program_.digit_zero)).empty()) {
    rule = program_.ascii_digits;
  } else {
    return false;
  }
  replace_tail(base_ + start, result, boundary, name(rule));
  return true;
}

}  // namespace sorani::normalize
