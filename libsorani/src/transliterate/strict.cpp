#include "transliterate/strict.hpp"

#include <algorithm>
#include <utility>

#include "script/script.hpp"
#include "transliterate/to_latin/known_runs.hpp"
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
    : reader_(scheme, false, Conjunction::separate), alphabet_(scheme), cache_(std::move(words)), parts_(word_parts()) {
  for (std::size_t c = 0; c < is_copied_.size(); ++c) {
    is_copied_[c] =
        c < 0x80 && !begins_address(static_cast<char>(c)) && !alphabet_.needs_braces(static_cast<char32_t>(c));
  }
  for (char32_t c = kFirstArabic; c < kFirstArabic + kArabicBlock; ++c) {
    std::string character;
    utf8::append(c, character);
    is_sign_.set(c, parts_.get(character, 0) == WordPart::none && !alphabet_.needs_braces(c));
  }
  read_word({kConjunction, 0, kConjunction.size()});
  conjunction_ = word_;
}

void StrictEncoder::append(std::string_view text, std::string& out, Fragment fragment) {
  cache_.expect(text.size());
  base::OutputBuffer writer(out);
  writer.reserve(text.size());
  text_ = text;
  ascii_.begin(text);
  line_continues_ = !ends_line(fragment);
  no_address_until_ = 0;
  convert(text, 0, text.size(), writer);
  close_braces(writer);
  writer.finish();
}

void StrictEncoder::read(std::string_view text, std::size_t count, const ReadingSink& sink) {
  reader_.read_all(text, count, sink);
}

/// What `KnownRuns` must know of this conversion. A run that is a word of the cache has letters of the alphabet only.
struct StrictEncoder::Runs {
  StrictEncoder& encoder;

  bool is_between(char c) const noexcept { return encoder.is_copied_[static_cast<std::uint8_t>(c)]; }

  std::size_t word_end(std::string_view text, std::size_t begin, std::size_t end) const noexcept {
    constexpr std::size_t kSign = KnownRuns<Runs>::kSignBytes;
    return end - begin > 2 * kSign && encoder.is_sign_.get(text, end - kSign) ? end - kSign : end;
  }

  static std::size_t put_sign(std::string_view text, std::size_t at, char* to) noexcept {
    return text.copy(to, KnownRuns<Runs>::kSignBytes, at);
  }

  bool may_be_known(std::string_view word) const noexcept {
    return word.size() > 2 && encoder.parts_.get(word, word.size() - 2) == WordPart::letter;
  }

  bool convert(std::string_view text, std::size_t begin, std::size_t end, base::OutputBuffer& out) const {
    if (is_conjunction(encoder.text_, begin, end)) {
      out.put(encoder.conjunction_);
      return true;
    }
    const std::string_view until = text.substr(0, end);
    for (std::size_t at = begin; at < end;) at = encoder.convert_one(until, at, out);
    return !encoder.are_braces_open_;
  }
};

void StrictEncoder::convert(std::string_view text, std::size_t begin, std::size_t end, base::OutputBuffer& out) {
  const std::string_view until = text.substr(0, end);
  for (std::size_t at = begin; at < end;) {
    if (static_cast<std::uint8_t>(text[at]) >= 0x80 && !are_braces_open_) {
      Runs runs{*this};
      at = KnownRuns(runs, cache_, ascii_).convert(until, at, out);
    } else {
      at = convert_one(until, at, out);
    }
  }
}

/// Converts a word, an address or another character. Returns where it ends.
std::size_t StrictEncoder::convert_one(std::string_view text, std::size_t at, base::OutputBuffer& out) {
  const char c = text[at];
  const std::size_t stop = is_arabic_lead(c) ? word_end(parts_, text, at) : at;
  if (stop > at) {
    const std::string_view word = text.substr(at, stop - at);
    if (is_foreign(parts_, word)) {
      put_other(word, out);
      return stop;
    }
    for (std::size_t i = 0; i < word.size();) {
      const std::size_t letters = letters_end(parts_, word, i);
      const std::size_t next = letters > i ? letters : i + utf8::decode(word, i).length;
      letters > i ? put_word(at + i, at + next, out) : put_other(word.substr(i, next - i), out);
      i = next;
    }
    return stop;
  }
  if (begins_address(c) && at >= no_address_until_) return convert_chunk(text, at, out);
  const std::size_t length = utf8::decode(text, at).length;
  put_other(text.substr(at, length), out);
  return at + length;
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
  if (read_word({text_, begin, end, line_continues_})) cache_.insert(word, word_);
  out.put(word_);
}

/// Sets `word_` to what a word becomes. Returns true if that does not depend on the text around it.
bool StrictEncoder::read_word(const WordInText& word) {
  word_.clear();
  const bool is_fixed = reader_.read(word, word.end, word_).is_fixed;
  // A word whose reading does not decode to its letters is copied.
  decoded_.clear();
  alphabet_.decode(word_, decoded_);
  if (decoded_ != word.word()) word_ = word.word();
  return is_fixed;
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
