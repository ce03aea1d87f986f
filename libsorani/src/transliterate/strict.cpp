#include "transliterate/strict.hpp"

#include <algorithm>
#include <utility>

#include "script/script.hpp"
#include "utf8/utf8.hpp"

namespace sorani::transliterate {

StrictAlphabet::StrictAlphabet(const Scheme& scheme) {
  for (std::size_t i = 0; i < kPhonemeCount; ++i) {
    const PhonemeInfo& phoneme = tables::kPhonemes[i];
    letters_.emplace(utf8::decode(scheme.image(phoneme.phoneme), 0).value, phoneme.letters);
  }
}

bool StrictAlphabet::needs_braces(char32_t c) const noexcept {
  return c == U'{' || c == U'}' || script::is(c, script::kLatinLetter) || letters_.contains(c);
}

void StrictAlphabet::decode(std::string_view text, std::string& out) const {
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded c = utf8::decode(text, at);
    const std::string_view* const known = letters(c.value);
    out += known == nullptr ? text.substr(at, c.length) : *known;
    at += c.length;
  }
}

StrictEncoder::StrictEncoder(const Scheme& scheme, std::shared_ptr<SharedWordTable> words)
    : reader_(scheme, false, Conjunction::separate),
      alphabet_(scheme),
      cache_(std::move(words)),
      parts_(word_parts()) {}

void StrictEncoder::append(std::string_view text, std::string& out, Fragment fragment) {
  cache_.expect(text.size());
  base::OutputBuffer writer(out);
  writer.reserve(text.size());
  text_ = text;
  line_continues_ = !ends_line(fragment);
  no_address_until_ = 0;
  convert(text, 0, text.size(), writer);
  close_braces(writer);
  writer.finish();
}

void StrictEncoder::read(std::string_view text, std::size_t count, const ReadingSink& sink) {
  reader_.read_all(text, count, sink);
}

void StrictEncoder::convert(std::string_view text, std::size_t begin, std::size_t end, base::OutputBuffer& out) {
  const std::string_view until = text.substr(0, end);
  for (std::size_t at = begin; at < end;) {
    const char c = text[at];
    const std::size_t stop = is_arabic_lead(c) ? word_end(parts_, until, at) : at;
    if (stop > at) {
      const std::string_view word = text.substr(at, stop - at);
      if (is_foreign(parts_, word)) {
        put_other(word, out);
      } else {
        for (std::size_t i = 0; i < word.size();) {
          const std::size_t letters = letters_end(parts_, word, i);
          const std::size_t next = letters > i ? letters : i + utf8::decode(word, i).length;
          letters > i ? put_word(at + i, at + next, out) : put_other(word.substr(i, next - i), out);
          i = next;
        }
      }
      at = stop;
    } else if (begins_address(c) && at >= no_address_until_) {
      at = convert_chunk(until, at, out);
    } else {
      const std::size_t length = utf8::decode(until, at).length;
      put_other(text.substr(at, length), out);
      at += length;
    }
  }
}

/// Converts from `begin`, where an address may begin, to the next space. Returns where that is.
std::size_t StrictEncoder::convert_chunk(std::string_view text, std::size_t begin, base::OutputBuffer& out) {
  addresses_.scan(text, begin);
  no_address_until_ = addresses_.end();
  std::size_t at = begin;
  for (const address::Address& address : addresses_.found()) {
    convert(text, at, address.begin, out);
    put_other(text.substr(address.begin, address.end - address.begin), out);
    at = address.end;
  }
  convert(text, at, no_address_until_, out);
  return no_address_until_;
}

void StrictEncoder::put_word(std::size_t begin, std::size_t end, base::OutputBuffer& out) {
  close_braces(out);
  const std::string_view word = text_.substr(begin, end - begin);
  if (const std::string_view known = cache_.find(word, word.size()); known.data() != nullptr) {
    out.put_padded<WordCache::kReadableBytes>(known);
    return;
  }
  word_.clear();
  const bool is_fixed = reader_.read({text_, begin, end, line_continues_}, end, word_).is_fixed;
  // A word whose reading does not decode to its letters is copied.
  decoded_.clear();
  alphabet_.decode(word_, decoded_);
  if (decoded_ != word) word_ = word;
  if (is_fixed) cache_.insert(word, word_);
  out.put(word_);
}

/// Copies text, with braces around characters that must be quoted.
void StrictEncoder::put_other(std::string_view text, base::OutputBuffer& out) {
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded c = utf8::decode(text, at);
    const std::string_view character = text.substr(at, c.length);
    at += c.length;
    if (alphabet_.needs_braces(c.value)) {
      if (!are_braces_open_) out.put('{');
      are_braces_open_ = true;
      out.put(tail_);
      tail_.clear();
      out.put(character);
      if (c.value == U'}') out.put('}');
    } else if (are_braces_open_ && !is_space(character.front())) {
      tail_ += character;
    } else {
      close_braces(out);
      out.put(character);
    }
  }
}

void StrictEncoder::close_braces(base::OutputBuffer& out) {
  if (!are_braces_open_) return;
  out.put('}');
  out.put(tail_);
  tail_.clear();
  are_braces_open_ = false;
}

void StrictDecoder::append(std::string_view text, std::string& out, Fragment /*fragment*/) {
  // If an opening brace has no closing one before the next space, neither has a later one: they are not scanned again.
  std::size_t none_until = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t brace = std::min(text.find('{', at), text.size());
    alphabet_.decode(text.substr(at, brace - at), out);
    if (brace == text.size()) return;
    if (brace < none_until) {
      out += '{';
      at = brace + 1;
      continue;
    }
    // Find the closing brace that is not doubled.
    std::size_t end = brace + 1;
    while (end < text.size() && !is_space(text[end])) {
      if (text[end] == '}') {
        if (end + 1 == text.size() || text[end + 1] != '}') break;
        ++end;
      }
      ++end;
    }
    if (end >= text.size() || text[end] != '}') {
      none_until = end;
      out += '{';
      at = brace + 1;
      continue;
    }
    for (std::size_t i = brace + 1; i < end; ++i) {
      out += text[i];
      if (text[i] == '}') ++i;
    }
    at = end + 1;
  }
}

}  // namespace sorani::transliterate
