#include "transliterate/deromanizer.hpp"

#include <span>

#include "script/script.hpp"
#include "transliterate/word_run.hpp"
#include "unicode/utf8.hpp"

namespace sorani::transliterate {
namespace {

constexpr char32_t kApostrophe = U'\'', kOpening = U'‘', kClosing = U'’';

/// A letter of the Latin script, or a mark on one.
bool is_part(char32_t c) noexcept { return script::is(c, script::kLatinLetter | script::kMark); }

/// Apostrophes that are letters and nothing else: ʾ ʿ ʼ.
bool is_modifier(char32_t c) noexcept { return c >= 0x2B0 && c <= 0x2FF; }

bool is_letter(char32_t c) noexcept {
  return script::is(c, script::kArabicLetter | script::kLatinLetter | script::kOtherLetter | script::kDigit);
}

/// The end of the letters that begin at `at` and are easily told: ASCII, and those of U+00C0..U+027F and
/// U+1E00..U+1EFF.
std::size_t letters_end(std::string_view text, std::size_t at) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const auto continues = [&](std::size_t i) { return i < text.size() && (byte(i) & 0xC0) == 0x80; };
  while (at < text.size()) {
    const std::uint8_t first = byte(at);
    if (is_ascii_letter(text[at])) {
      ++at;
    } else if (first >= 0xC3 && first <= 0xC9 && continues(at + 1) &&
               (first != 0xC3 || (byte(at + 1) & 0x1F) != 0x17)) {  // × and ÷
      at += 2;
    } else if (first == 0xE1 && continues(at + 1) && byte(at + 1) >= 0xB8 && byte(at + 1) <= 0xBB &&
               continues(at + 2)) {
      at += 3;
    } else {
      break;
    }
  }
  return at;
}

/// The end of the word at `at`, if it holds nothing but letters that are easily told, is no part of an address, and
/// does not go on after them; else `at`. A space must stand before it.
std::size_t plain_word_end(std::string_view text, std::size_t at) noexcept {
  const std::size_t end = letters_end(text, at);
  if (end == text.size() || is_space(text[end])) return end;
  const bool is_last = end + 1 == text.size() || is_space(text[end + 1]);
  constexpr std::string_view kAfterWords = ",;!?)", kAtEndOfWords = ".:";
  const bool is_plain = kAfterWords.find(text[end]) != std::string_view::npos ||
                        (is_last && kAtEndOfWords.find(text[end]) != std::string_view::npos);
  return is_plain ? end : at;
}

char32_t value_at(std::string_view text, std::size_t at) noexcept {
  return at < text.size() ? unicode::decode(text, at).value : U' ';
}

}  // namespace

Deromanizer::Deromanizer(const Scheme& scheme, bool keep_punctuation) : reader_(scheme), addresses_(true) {
  if (keep_punctuation) return;
  for (const Sign& sign : std::span(tables::kSigns, tables::kSignsSize)) {
    if (sign.back) unicode::append(sign.sign, signs_[static_cast<std::size_t>(sign.latin)]);
  }
}

void Deromanizer::append(std::string_view text, std::string& out, Fragment /*fragment*/) {
  TextWriter writer(out);
  writer.reserve(text.size());
  no_address_until_ = 0;
  convert(text, 0, text.size(), writer);
  writer.finish();
}

void Deromanizer::convert(std::string_view text, std::size_t begin, std::size_t end, TextWriter& out) {
  const std::string_view until = text.substr(0, end);
  for (std::size_t at = begin; at < end;) {
    const char c = text[at];
    const bool is_ascii = static_cast<std::uint8_t>(c) < 0x80;
    if ((at == 0 || is_space(text[at - 1])) && (is_ascii_letter(c) || !is_ascii)) {
      if (const std::size_t stop = convert_words(until, at, out); stop > at) {
        at = stop;
        continue;
      }
    }
    if (begins_address(c) && at >= no_address_until_) {
      at = convert_chunk(until, at, out);
      continue;
    }
    std::size_t stop = at;
    if (is_ascii_letter(c)) stop = word_end(until, at, at);
    if (!is_ascii || c == '\'') stop = sign_word_end(until, at);
    if (stop > at) {
      put_word(text, at, stop, out);
      at = stop;
    } else if (is_ascii) {
      const std::string& sign = signs_[static_cast<std::size_t>(c)];
      if (sign.empty()) {
        out.put(c);
      } else {
        out.put(sign);
      }
      ++at;
    } else {
      const std::size_t length = unicode::decode(until, at).length;
      out.put(text.substr(at, length));
      at += length;
    }
  }
}

/// Converts the plain words that begin at `begin`, which a space stands before. Returns where the last one ends.
std::size_t Deromanizer::convert_words(std::string_view text, std::size_t begin, TextWriter& out) {
  return write_words(text, begin, cache_, out, plain_word_end, [&](std::string_view word) { put_read(word, out); });
}

/// Converts what stands from `begin`, where an address may begin, to the next space. Returns where that is.
std::size_t Deromanizer::convert_chunk(std::string_view text, std::size_t begin, TextWriter& out) {
  addresses_.look(text, begin);
  no_address_until_ = addresses_.end();
  std::size_t at = begin;
  for (const Range& address : addresses_.found()) {
    convert(text, at, address.begin, out);
    out.put(text.substr(address.begin, address.end - address.begin));
    at = address.end;
  }
  convert(text, at, no_address_until_, out);
  return no_address_until_;
}

/// The end of the word that begins at `begin` and goes on at `at`: letters, signs between them, and a sign at the end
/// that is no quotation mark.
std::size_t Deromanizer::word_end(std::string_view text, std::size_t begin, std::size_t at) const {
  for (;;) {
    at = letters_end(text, at);
    if (at == text.size() || (static_cast<std::uint8_t>(text[at]) < 0x80 && text[at] != '\'' && text[at] != '`')) {
      return at;
    }
    const unicode::Decoded c = unicode::decode(text, at);
    if (!is_part(c.value)) {
      if (!reader_.is_sign(c.value)) return at;
      if (!is_part(value_at(text, at + c.length))) {
        const bool is_quoted = begin > 0 && unicode::decode_before(text, begin).value == kOpening;
        return is_modifier(c.value) || (c.value == kClosing && !is_quoted) ? at + c.length : at;
      }
    }
    at += c.length;
  }
}

/// The end of the word that begins at `at`, where no ASCII letter stands; `at` if there is none.
///
/// At the start of a word ’ is ع, unless no vowel follows. So are ‘ and ', unless the word ends in a quotation mark
/// too.
std::size_t Deromanizer::sign_word_end(std::string_view text, std::size_t at) {
  const unicode::Decoded c = unicode::decode(text, at);
  const std::size_t next = at + c.length;
  if (script::is(c.value, script::kLatinLetter)) return word_end(text, at, next);
  if (!reader_.is_sign(c.value) || !is_part(value_at(text, next))) return at;
  if (is_modifier(c.value)) return word_end(text, at, next);
  if (c.value != kApostrophe && c.value != kOpening && c.value != kClosing) return at;
  if (at > 0 && is_letter(unicode::decode_before(text, at).value)) return at;
  if (!reader_.begins_with_vowel(text.substr(next))) return at;
  const std::size_t end = word_end(text, at, next);
  if (c.value == kApostrophe && value_at(text, end) == kApostrophe) return at;
  if (c.value == kOpening && unicode::decode_before(text, end).value == kClosing) return at;
  return end;
}

void Deromanizer::put_word(std::string_view text, std::size_t begin, std::size_t end, TextWriter& out) {
  const std::string_view word = text.substr(begin, end - begin);
  if (const std::string_view known = cache_.find(word, text.size() - begin); known.data() != nullptr) {
    out.put_cached(known);
  } else {
    put_read(word, out);
  }
}

/// Spells a word that is not known.
void Deromanizer::put_read(std::string_view word, TextWriter& out) {
  word_.clear();
  reader_.read(word, word_);
  cache_.insert(word, word_);
  out.put(word_);
}

}  // namespace sorani::transliterate
