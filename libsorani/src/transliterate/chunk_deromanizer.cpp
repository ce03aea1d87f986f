#include "transliterate/chunk_deromanizer.hpp"

#include <span>

#include "script/script.hpp"
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

char32_t value_at(std::string_view text, std::size_t at) noexcept {
  return at < text.size() ? unicode::decode(text, at).value : U' ';
}

}  // namespace

AsciiSigns ascii_signs(bool keep_punctuation) {
  AsciiSigns signs;
  if (keep_punctuation) return signs;
  for (const Sign& sign : std::span(tables::kSigns, tables::kSignsSize)) {
    if (sign.back) unicode::append(sign.sign, signs[static_cast<std::size_t>(sign.latin)]);
  }
  return signs;
}

ChunkDeromanizer::ChunkDeromanizer(const LatinRules& rules, bool keep_punctuation)
    : rules_(rules), reader_(rules), addresses_(true), signs_(ascii_signs(keep_punctuation)) {}

void ChunkDeromanizer::convert(std::string_view text, std::size_t begin, std::size_t end, TextWriter& out) {
  no_address_until_ = begin;
  convert_parts(text, begin, end, out);
}

void ChunkDeromanizer::convert_parts(std::string_view text, std::size_t begin, std::size_t end, TextWriter& out) {
  const std::string_view until = text.substr(0, end);
  for (std::size_t at = begin; at < end;) {
    const char c = text[at];
    const bool is_ascii = static_cast<std::uint8_t>(c) < 0x80;
    if (begins_address(c) && at >= no_address_until_) {
      at = convert_addresses(until, at, out);
      continue;
    }
    std::size_t stop = at;
    if (is_ascii_letter(c)) stop = word_end(until, at, at);
    if (!is_ascii || c == '\'') stop = sign_word_end(until, at);
    if (stop > at) {
      word_.clear();
      reader_.read(text.substr(at, stop - at), word_);
      out.put(word_);
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

/// Converts what stands from `begin`, where an address may begin, to the next space. Returns where that is.
std::size_t ChunkDeromanizer::convert_addresses(std::string_view text, std::size_t begin, TextWriter& out) {
  addresses_.look(text, begin);
  no_address_until_ = addresses_.end();
  std::size_t at = begin;
  for (const address::Address& address : addresses_.found()) {
    convert_parts(text, at, address.begin, out);
    out.put(text.substr(address.begin, address.end - address.begin));
    at = address.end;
  }
  convert_parts(text, at, no_address_until_, out);
  return no_address_until_;
}

/// The end of the word that begins at `begin` and goes on at `at`: letters, signs between them, and a sign at the end
/// that is no quotation mark.
std::size_t ChunkDeromanizer::word_end(std::string_view text, std::size_t begin, std::size_t at) const {
  for (;;) {
    at = letters_end(text, at);
    if (at == text.size() || (static_cast<std::uint8_t>(text[at]) < 0x80 && text[at] != '\'' && text[at] != '`')) {
      return at;
    }
    const unicode::Decoded c = unicode::decode(text, at);
    if (!is_part(c.value)) {
      if (!rules_.is_sign(c.value)) return at;
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
std::size_t ChunkDeromanizer::sign_word_end(std::string_view text, std::size_t at) const {
  const unicode::Decoded c = unicode::decode(text, at);
  const std::size_t next = at + c.length;
  if (script::is(c.value, script::kLatinLetter)) return word_end(text, at, next);
  if (!rules_.is_sign(c.value) || !is_part(value_at(text, next))) return at;
  if (is_modifier(c.value)) return word_end(text, at, next);
  if (c.value != kApostrophe && c.value != kOpening && c.value != kClosing) return at;
  if (at > 0 && is_letter(unicode::decode_before(text, at).value)) return at;
  if (!rules_.begins_with_vowel(unicode::decode(text, next).value)) return at;
  const std::size_t end = word_end(text, at, next);
  if (c.value == kApostrophe && value_at(text, end) == kApostrophe) return at;
  if (c.value == kOpening && unicode::decode_before(text, end).value == kClosing) return at;
  return end;
}

}  // namespace sorani::transliterate
