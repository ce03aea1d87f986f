// The rules urls, emails, digits-arabic and digits-persian: they look at what stands between white space.
//
// A token is looked at when white space comes behind it. Other rules may take that away again ("a )" becomes "a)"), and
// then the token goes on. To look at all of it each time would take time of n squared for "( ( ( (", so where the white
// space behind a token was taken away and the token has not become twice as long since it was looked at, it is put off
// to the end of the line.

#include <algorithm>
#include <string>
#include <utility>

#include "address/address.hpp"
#include "normalize/rewriter.hpp"
#include "script/script.hpp"
#include "utf8/utf8.hpp"

namespace sorani::normalize {
namespace {

constexpr std::u32string_view mask_of(address::Kind kind) { return kind == address::Kind::url ? U"<url>" : U"<email>"; }

/// The token with its ASCII digits as others, or an empty string if there are none or Latin letters beside them.
std::u32string with_digits(std::string_view token, char32_t zero) {
  std::u32string result;
  bool changed = false;
  for (std::size_t at = 0; at < token.size();) {
    const utf8::Decoded next = utf8::decode(token, at);
    if (script::is(next.value, script::kLatinLetter)) return {};
    const bool is_digit = next.value >= U'0' && next.value <= U'9';
    result += is_digit ? next.value - U'0' + zero : next.value;
    changed |= is_digit;
    at += next.length;
  }
  return changed ? result : std::u32string();
}

}  // namespace

bool Rewriter::end_token(char32_t boundary) {
  const std::size_t end = size_ - base_ - utf8::decode_before(written(), size_ - base_).length;
  const std::size_t last = token_begin_;
  const std::size_t start = token_start(end);
  const bool is_line_end = script::is(boundary, script::kLineEnd);
  const bool is_known = start == last && start != kNone;
  token_begin_ = start;
  token_end_ = end;
  if (is_known && end - start < 2 * token_scanned_) {
    deferred_ = std::min(deferred_, start);
  } else {
    token_scanned_ = end - start;
    replaced_.clear();
    find_replaced(start, end);
    if (replace_found(end, boundary)) return true;
  }
  return is_line_end && check_deferred(boundary);
}

/// Where the token that ends at `end` begins.
std::size_t Rewriter::token_start(std::size_t end) {
  const std::string_view text = written();
  while (end > 0 && !(token_begin_ != kNone && end > token_begin_ && end <= token_end_)) {
    const utf8::Decoded before = utf8::decode_before(text, end);
    if (script::is(before.value, script::kWhiteSpace | script::kLineEnd)) return end;
    end -= before.length;
  }
  return end == 0 ? 0 : token_begin_;
}

/// Adds to `replaced_` what the rules replace of a token. No mask is an address or makes one of what is beside it
/// (address.cpp), so when the token has been pushed again nothing is found.
void Rewriter::find_replaced(std::size_t start, std::size_t end) {
  using address::Kind;
  const std::string_view token = written().substr(start, end - start);
  bool is_masked = false;
  if (program_.urls != Program::kNoRule || program_.emails != Program::kNoRule) {
    for (address::Address next = address::find(token); next.kind != Kind::none; next = address::find(token, next.end)) {
      const std::uint16_t rule = next.kind == Kind::url     ? program_.urls
                                 : next.kind == Kind::email ? program_.emails
                                                            : Program::kNoRule;
      if (rule == Program::kNoRule) continue;
      replaced_.push_back({start + next.begin, start + next.end, rule, std::u32string(mask_of(next.kind))});
      is_masked = true;
    }
  }
  if (is_masked || program_.ascii_digits == Program::kNoRule) return;
  std::u32string digits = with_digits(token, program_.digit_zero);
  if (!digits.empty()) replaced_.push_back({start, end, program_.ascii_digits, std::move(digits)});
}

/// Looks at the tokens that were put off. Returns true if one was changed.
bool Rewriter::check_deferred(char32_t boundary) {
  if (deferred_ == kNone) return false;
  const std::string_view text = written();
  const std::size_t end = text.size() - (boundary == kNoBoundary ? 0 : utf8::decode_before(text, text.size()).length);
  replaced_.clear();
  std::size_t start = std::exchange(deferred_, kNone);
  for (std::size_t at = start; at <= end;) {
    const utf8::Decoded next = at < end ? utf8::decode(text, at) : utf8::Decoded{U' ', 1};
    if (script::is(next.value, script::kWhiteSpace | script::kLineEnd)) {
      if (at > start) find_replaced(start, at);
      start = at + next.length;
    }
    at += next.length;
  }
  return replace_found(end, boundary);
}

/// Writes the text up to `end` and the boundary anew, with what was found to be replaced.
bool Rewriter::replace_found(std::size_t end, char32_t boundary) {
  if (replaced_.empty()) return false;
  const std::string_view text = written();
  if (boundary != kNoBoundary) pending_.push_back({boundary, origin_of(base_ + end)});
  std::size_t at = end;
  const auto push_back_to = [&](std::size_t from) {
    while (at > from) {
      const utf8::Decoded before = utf8::decode_before(text, at);
      at -= before.length;
      pending_.push_back({before.value, origin_of(base_ + at)});
    }
  };
  for (std::size_t i = replaced_.size(); i-- > 0;) {
    const Replaced& part = replaced_[i];
    push_back_to(part.end);
    at = part.begin;
    for (std::size_t k = part.to.size(); k-- > 0;) pending_.push_back({part.to[k], origin_of(base_ + at)});
  }
  for (const Replaced& part : replaced_) {
    report(name(part.rule), origin_of(base_ + part.begin), text.substr(part.begin, part.end - part.begin), part.to);
  }
  truncate(base_ + at);
  return true;
}

}  // namespace sorani::normalize
