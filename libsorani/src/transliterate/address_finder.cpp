#include "transliterate/address_finder.hpp"

#include <algorithm>

namespace sorani::transliterate {

void AddressFinder::look(std::string_view text, std::size_t at) {
  found_.clear();
  end_ = at;
  bool is_suspect = false;
  for (; end_ < text.size() && !is_space(text[end_]); ++end_) {
    const char c = text[end_];
    if (c == '@' || (topics_ && c == '#')) is_suspect = true;
    // A full stop at the end of a word is no part of an address.
    if ((c == '.' || c == ':') && end_ + 1 < text.size() && !is_space(text[end_ + 1])) is_suspect = true;
  }
  if (!is_suspect) return;
  std::size_t begin = at;
  while (begin > 0 && !is_space(text[begin - 1])) --begin;
  tokenizer_(text.substr(begin, end_ - begin), [&](const Token& token) {
    if (is_left_alone(token.kind)) found_.push_back({begin + token.offset, begin + token.offset + token.text.size()});
  });
}

bool AddressFinder::is_left_alone(TokenKind kind) const noexcept {
  return kind == TokenKind::url || kind == TokenKind::email || kind == TokenKind::mention ||
         (topics_ && kind == TokenKind::hashtag);
}

}  // namespace sorani::transliterate
