// The rules urls, emails, digits-arabic and digits-persian: they look at what stands between white space.

#include <string>

#include "address/address.hpp"
#include "normalize/rewriter.hpp"
#include "script/script.hpp"
#include "unicode/utf8.hpp"

namespace sorani::normalize {
namespace {

constexpr std::u32string_view mask_of(address::Kind kind) { return kind == address::Kind::url ? U"<url>" : U"<email>"; }

std::u32string decoded(std::string_view text) {
  std::u32string result;
  for (std::size_t at = 0; at < text.size();) {
    const unicode::Decoded next = unicode::decode(text, at);
    result += next.value;
    at += next.length;
  }
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
  const std::string_view text = written();
  const std::size_t end = text.size() - unicode::decode_before(text, text.size()).length;
  std::size_t start = end;
  while (start > 0) {
    const unicode::Decoded before = unicode::decode_before(text, start);
    if (script::is(before.value, script::kWhiteSpace | script::kLineEnd)) break;
    start -= before.length;
  }
  if (mask_addresses(start, end, boundary)) return true;
  if (program_.ascii_digits == Program::kNoRule) return false;
  const std::u32string result = with_digits(text.substr(start, end - start), program_.digit_zero);
  if (result.empty()) return false;
  replace_tail(base_ + start, result, boundary, name(program_.ascii_digits));
  return true;
}

/// Writes the addresses of a token anew as masks. No mask is an address or makes one of what is beside it
/// (address.cpp), so when the token has been pushed again nothing is found.
bool Rewriter::mask_addresses(std::size_t start, std::size_t end, char32_t boundary) {
  using address::Kind;
  if (program_.urls == Program::kNoRule && program_.emails == Program::kNoRule) return false;
  const std::string_view token = written().substr(0, end);
  const auto rule_of = [&](Kind kind) {
    return kind == Kind::url ? program_.urls : kind == Kind::email ? program_.emails : Program::kNoRule;
  };
  addresses_.clear();
  const std::string_view part = token.substr(start);
  for (address::Address next = address::find(part); next.kind != Kind::none; next = address::find(part, next.end)) {
    if (rule_of(next.kind) != Program::kNoRule) addresses_.push_back(next);
  }
  if (addresses_.empty()) return false;

  pending_.push_back({boundary, origin_of(base_ + end)});
  std::size_t at = end;
  const auto push_back_to = [&](std::size_t from) {
    while (at > from) {
      const unicode::Decoded before = unicode::decode_before(token, at);
      at -= before.length;
      pending_.push_back({before.value, origin_of(base_ + at)});
    }
  };
  for (std::size_t i = addresses_.size(); i-- > 0;) {
    push_back_to(start + addresses_[i].end);
    at = start + addresses_[i].begin;
    const std::u32string_view mask = mask_of(addresses_[i].kind);
    for (std::size_t k = mask.size(); k-- > 0;) pending_.push_back({mask[k], origin_of(base_ + at)});
  }
  push_back_to(start);
  for (const address::Address& masked : addresses_) {
    report(name(rule_of(masked.kind)), origin_of(base_ + start + masked.begin),
           part.substr(masked.begin, masked.end - masked.begin), mask_of(masked.kind));
  }
  truncate(base_ + start);
  return true;
}

}  // namespace sorani::normalize
