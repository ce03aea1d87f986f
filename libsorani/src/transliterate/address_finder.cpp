#include "transliterate/address_finder.hpp"

namespace sorani::transliterate {

void AddressFinder::scan(std::string_view text, std::size_t at) {
  found_.clear();
  end_ = at;
  bool is_suspect = false;
  for (; end_ < text.size() && !is_space(text[end_]); ++end_) {
    const char c = text[end_];
    if (c == '@' || (finds_hashtags_ && c == '#')) is_suspect = true;
    // A full stop at the end of a word is no part of an address.
    if ((c == '.' || c == ':') && end_ + 1 < text.size() && !is_space(text[end_ + 1])) is_suspect = true;
  }
  if (!is_suspect) return;
  const std::string_view until = text.substr(0, end_);
  for (address::Address next = address::find(until, at); next.kind != address::Kind::none;
       next = address::find(until, next.end)) {
    if (finds_hashtags_ || next.kind != address::Kind::hashtag) found_.push_back(next);
  }
}

}  // namespace sorani::transliterate
