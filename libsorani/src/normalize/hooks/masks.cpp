#include "normalize/hooks/masks.hpp"

#include <algorithm>
#include <utility>

#include "address/address.hpp"
#include "script/script.hpp"

namespace sorani::normalize {
namespace {

bool is_white_space(char32_t c) noexcept { return script::is(c, script::kWhiteSpace | script::kLineEnd); }

constexpr std::u32string_view mask_of(address::Kind kind) { return kind == address::Kind::url ? U"<url>" : U"<email>"; }

/// The token with its ASCII digits replaced; empty if it has none, or Latin letters besides.
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

void TokenRules::begin() noexcept {
  token_begin_ = deferred_ = kNone;
  token_end_ = processed_size_ = 0;
}

bool TokenRules::end_token(OutputTail& tail, char32_t boundary) {
  follow(tail);
  const std::size_t end = tail.end_before(boundary);
  const std::size_t last = token_begin_;
  const std::size_t begin = token_begin(tail, end);
  const bool continues_last = begin == last && begin != kNone;
  token_begin_ = begin;
  token_end_ = end;
  if (continues_last && end - begin < 2 * processed_size_) {
    deferred_ = std::min(deferred_, begin);
  } else {
    processed_size_ = end - begin;
    replaced_.clear();
    find_replaced(tail, begin, end);
    if (apply_replaced(tail, end, boundary)) return true;
  }
  return script::is(boundary, script::kLineEnd) && process_deferred(tail, boundary);
}

bool TokenRules::end_text(OutputTail& tail) {
  follow(tail);
  return process_deferred(tail, kNoBoundary);
}

/// Drops what is known of a part of the output that has been taken back since.
void TokenRules::follow(OutputTail& tail) noexcept {
  const std::size_t unchanged = tail.take_low_water_mark();
  token_end_ = std::min(token_end_, unchanged);
  if (unchanged <= deferred_) deferred_ = kNone;
}

/// Where the token that ends at `end` begins. Does not read the last token again.
std::size_t TokenRules::token_begin(const OutputTail& tail, std::size_t end) const {
  const std::string_view text = tail.written();
  while (end > 0 && !(token_begin_ != kNone && end > token_begin_ && end <= token_end_)) {
    const utf8::Decoded before = utf8::decode_before(text, end);
    if (is_white_space(before.value)) return end;
    end -= before.length;
  }
  return end == 0 ? 0 : token_begin_;
}

/// Adds to `replaced_` what the rules replace in a token. A mask is not an address, and makes none of the characters
/// beside it (address.cpp), so nothing is found when the token has been pushed again.
void TokenRules::find_replaced(const OutputTail& tail, std::size_t begin, std::size_t end) {
  using address::Kind;
  const std::string_view token = tail.written().substr(begin, end - begin);
  bool is_masked = false;
  if (rules_.urls != kNoRule || rules_.emails != kNoRule) {
    for (address::Address next = address::find(token); next.kind != Kind::none; next = address::find(token, next.end)) {
      const std::uint16_t rule = next.kind == Kind::url     ? rules_.urls
                                 : next.kind == Kind::email ? rules_.emails
                                                            : kNoRule;
      if (rule == kNoRule) continue;
      replaced_.push_back({begin + next.begin, begin + next.end, rule, std::u32string(mask_of(next.kind))});
      is_masked = true;
    }
  }
  if (is_masked || rules_.digits.rule == kNoRule) return;
  std::u32string digits = with_digits(token, rules_.digits.zero);
  if (!digits.empty()) replaced_.push_back({begin, end, rules_.digits.rule, std::move(digits)});
}

/// Processes all tokens from the first deferred one to `boundary`.
bool TokenRules::process_deferred(OutputTail& tail, char32_t boundary) {
  if (deferred_ == kNone) return false;
  const std::string_view text = tail.written();
  const std::size_t end = tail.end_before(boundary);
  replaced_.clear();
  std::size_t begin = std::exchange(deferred_, kNone);
  for (std::size_t at = begin; at <= end;) {
    const utf8::Decoded next = at < end ? utf8::decode(text, at) : utf8::Decoded{U' ', 1};
    if (is_white_space(next.value)) {
      if (at > begin) find_replaced(tail, begin, at);
      begin = at + next.length;
    }
    at += next.length;
  }
  return apply_replaced(tail, end, boundary);
}

/// Takes back the output from the first part to be replaced, and makes the rest of it pending with the replacements.
bool TokenRules::apply_replaced(OutputTail& tail, std::size_t end, char32_t boundary) {
  if (replaced_.empty()) return false;
  const std::string_view text = tail.written();
  if (boundary != kNoBoundary) tail.unread(boundary, tail.origin_of(end));
  std::size_t at = end;
  const auto unread_back_to = [&](std::size_t from) {
    while (at > from) {
      const utf8::Decoded before = utf8::decode_before(text, at);
      at -= before.length;
      tail.unread(before.value, tail.origin_of(at));
    }
  };
  for (std::size_t i = replaced_.size(); i-- > 0;) {
    const Replaced& part = replaced_[i];
    unread_back_to(part.end);
    at = part.begin;
    tail.unread(part.to, tail.origin_of(at));
  }
  for (const Replaced& part : replaced_) {
    tail.report(rule_name(part.rule), tail.origin_of(part.begin), text.substr(part.begin, part.end - part.begin),
                part.to);
  }
  tail.truncate(at);
  return true;
}

}  // namespace sorani::normalize
