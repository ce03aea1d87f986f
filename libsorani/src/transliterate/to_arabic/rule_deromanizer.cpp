#include "transliterate/to_arabic/rule_deromanizer.hpp"

#include <span>

#include "script/characters.hpp"
#include "script/script.hpp"
#include "transliterate/number_text.hpp"
#include "utf8/utf8.hpp"

namespace sorani::transliterate {
namespace {

constexpr char32_t kApostrophe = U'\'', kOpening = script::character::kLeftSingleQuotationMark.value,
                   kClosing = script::character::kRightSingleQuotationMark.value;

/// Letters of the longest enclitic; longer words are not looked up. sorani/fragment.hpp depends on it: no line is cut
/// before a Latin word that can be an enclitic.
constexpr std::size_t kMaxEncliticLetters = 2;

/// A letter of the Latin script, or a mark on one.
bool is_part(char32_t c) noexcept { return script::is(c, script::kLatinLetter | script::kMark); }

/// Apostrophes that are always letters: ʾ ʿ ʼ.
bool is_modifier(char32_t c) noexcept { return c >= 0x2B0 && c <= 0x2FF; }

/// The end of the letters that begin at `at`, as far as their bytes tell them: ASCII, U+00C0..U+027F, U+1E00..U+1EFF.
std::size_t letters_end(std::string_view text, std::size_t at) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const auto continues = [&](std::size_t i) { return i < text.size() && utf8::is_continuation(text[i]); };
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
  return at < text.size() ? utf8::decode(text, at).value : U' ';
}

}  // namespace

AsciiSigns ascii_signs(bool keep_punctuation) {
  AsciiSigns signs;
  if (keep_punctuation) return signs;
  for (const Sign& sign : tables::kSigns) {
    if (sign.back) utf8::append(sign.sign, signs[static_cast<std::size_t>(sign.latin)]);
  }
  return signs;
}

RuleDeromanizer::RuleDeromanizer(const LatinRules& rules, bool keep_punctuation)
    : rules_(rules),
      reader_(rules),
      addresses_(true),
      signs_(ascii_signs(keep_punctuation)),
      keeps_punctuation_(keep_punctuation) {}

std::size_t RuleDeromanizer::convert(std::string_view text, std::size_t begin, std::size_t end,
                                     base::OutputBuffer& out) {
  no_address_until_ = begin;
  before_ = Neighbor::apart;
  follows_enclitic_ = false;
  for (std::size_t at = begin;;) {
    at = convert_parts(text, at, end, out);
    if (at <= end) return end;
    // An enclitic was joined; convert the rest up to the next space.
    for (end = at; end < text.size() && !is_space(text[end]);) ++end;
  }
}

/// Converts from `begin` to `end`, and an enclitic after it. Returns the end of what was converted.
std::size_t RuleDeromanizer::convert_parts(std::string_view text, std::size_t begin, std::size_t end,
                                           base::OutputBuffer& out) {
  std::size_t at = begin;
  while (at < end) {
    const bool is_address = begins_address(text[at]) && at >= no_address_until_;
    at = is_address ? convert_addresses(text, at, out) : convert_one(text, at, end, out);
  }
  return at;
}

/// Converts from `begin`, where an address may begin, to the next space. Returns the end of what was converted.
std::size_t RuleDeromanizer::convert_addresses(std::string_view text, std::size_t begin, base::OutputBuffer& out) {
  addresses_.scan(text, begin);
  no_address_until_ = addresses_.end();
  std::size_t at = begin;
  for (const address::Address& address : addresses_.found()) {
    convert_parts(text, at, address.begin, out);
    out.put(text.substr(address.begin, address.end - address.begin));
    before_ = Neighbor::mark;
    at = address.end;
  }
  return convert_parts(text, at, no_address_until_, out);
}

/// Converts a word, a number or a sign before `end`, and an enclitic after it.
std::size_t RuleDeromanizer::convert_one(std::string_view text, std::size_t at, std::size_t end,
                                         base::OutputBuffer& out) {
  const std::string_view until = text.substr(0, end);
  const char c = text[at];
  if (const std::size_t stop = convert_ending(text, at, end, out); stop > at) return stop;
  std::size_t stop = at;
  if (is_ascii_letter(c)) stop = word_end(until, at, at);
  if (static_cast<std::uint8_t>(c) >= 0x80 || c == '\'') stop = sign_word_end(until, at);
  if (stop > at) return put_word(text, at, stop, ArabicSpeller(), out);
  if (is_ascii_digit(c)) return convert_number(text, at, end, out);
  return convert_sign(text, at, out);
}

/// Converts an ending: of a number, of %, or after a closing mark, with or without a hyphen or an apostrophe before it;
/// or of a word, in brackets or after a hyphen. Returns `at` if there is none.
std::size_t RuleDeromanizer::convert_ending(std::string_view text, std::size_t at, std::size_t end,
                                            base::OutputBuffer& out) {
  if (!takes_ending(before_) && !may_take_ending(before_)) return at;
  const std::string_view until = text.substr(0, end);
  const utf8::Decoded first = utf8::decode(until, at);
  std::size_t begin = at;
  if (rules_.writes_hamza()) {
    if (!is_part(first.value) || !rules_.begins_with_vowel(first.value)) return at;
    return put_word(text, at, word_end(until, at, at), ArabicSpeller(kStem), out);
  }
  if (takes_ending(before_) && (is_ending_hyphen(first.value) || rules_.folded(first.value) == kClosing)) {
    begin += first.length;
  }
  if (begin == end || !is_part(utf8::decode(until, begin).value)) return at;
  const bool is_vowel = rules_.begins_with_vowel(utf8::decode(until, begin).value);
  if (begin == at && !is_vowel) return at;
  const std::size_t stop = word_end(until, begin, begin);
  if (before_ == Neighbor::bracket && (stop == end || (text[stop] != ')' && text[stop] != ']'))) return at;
  if (before_ == Neighbor::hyphen && stop < end && is_ending_hyphen(utf8::decode(text, stop).value)) return at;
  if (!rules_.ending(reader_.folded(text.substr(begin, stop - begin))).is_complete) return at;
  return put_word(text, begin, stop, ArabicSpeller(is_vowel ? kStem : kEdge), out);
}

/// Converts the word from `at` to `stop`, and an enclitic after it. Returns the end of what was converted.
std::size_t RuleDeromanizer::put_word(std::string_view text, std::size_t at, std::size_t stop, ArabicSpeller speller,
                                      base::OutputBuffer& out) {
  word_.clear();
  reader_.read(text.substr(at, stop - at), speller, word_);
  if (speller.before() != kEdge) stop = add_enclitic(text, stop, speller, word_);
  speller.end(word_);
  out.put(word_);
  before_ = Neighbor::word;
  return stop;
}

/// Appends the enclitic after the space at `at`, unless it would be the second in a row. Returns its end, or `at` if
/// there is none.
std::size_t RuleDeromanizer::add_enclitic(std::string_view text, std::size_t at, ArabicSpeller& speller,
                                          std::string& out) {
  const std::size_t begin = at + 1;
  if (begin >= text.size() || text[at] != ' ' || !rules_.may_begin_enclitic(text, begin)) return at;
  if (follows_enclitic_ || !is_part(utf8::decode(text, begin).value)) return at;
  std::size_t stop = begin;
  for (std::size_t n = 0; stop < text.size() && n <= kMaxEncliticLetters; ++n) {
    const utf8::Decoded c = utf8::decode(text, stop);
    if (!is_part(c.value)) break;
    stop += c.length;
  }
  const char32_t next = value_at(text, stop);
  if (is_part(next) || rules_.is_sign(next) || !ends_enclitic(next)) return at;
  if ((next == U'.' || next == U':') && stop + 1 < text.size() && !is_space(text[stop + 1])) return at;
  const Enclitic* const known = rules_.enclitic(reader_.folded(text.substr(begin, stop - begin)), speller.before());
  if (known == nullptr) return at;
  if (known->is_apart) {
    speller.end(out);
    out += ' ';
    speller = ArabicSpeller(kStem);
  }
  for (const char sound : known->to) speller.put(static_cast<Context>(sound), out, ArabicSpeller::Hiatus::glide);
  follows_enclitic_ = true;
  return stop;
}

std::size_t RuleDeromanizer::convert_number(std::string_view text, std::size_t at, std::size_t end,
                                            base::OutputBuffer& out) {
  std::size_t stop = at + 1;
  if (keeps_punctuation_) {
    out.put(text[at]);
  } else {
    stop = latin_number_end(text.substr(0, end), at);
    word_.clear();
    append_arabic_number(text.substr(at, stop - at), word_);
    out.put(word_);
  }
  before_ = Neighbor::digit;
  return put_enclitic(text, stop, out);
}

/// Converts the enclitic after the space at `at` that follows a number or a sign. Returns its end, or `at` if there is
/// none.
std::size_t RuleDeromanizer::put_enclitic(std::string_view text, std::size_t at, base::OutputBuffer& out) {
  if (at == text.size() || text[at] != ' ') return at;
  ArabicSpeller stem(kStem);
  word_.clear();
  const std::size_t stop = add_enclitic(text, at, stem, word_);
  if (stop == at) return at;
  out.put(word_);
  before_ = Neighbor::word;
  return stop;
}

/// Converts a character that is part of no word or number, and an enclitic after it.
std::size_t RuleDeromanizer::convert_sign(std::string_view text, std::size_t at, base::OutputBuffer& out) {
  const utf8::Decoded c = utf8::decode(text, at);
  const std::size_t stop = at + c.length;
  const bool is_mapped = c.value < 0x80 && !signs_[c.value].empty();
  out.put(is_mapped ? std::string_view(signs_[c.value]) : text.substr(at, c.length));
  const bool is_blank = c.value < 0x80 && is_space(text[at]);
  before_ = is_blank ? Neighbor::apart : neighbor_after(before_, c.value);
  if (is_blank) follows_enclitic_ = false;
  return takes_ending(before_) ? put_enclitic(text, stop, out) : stop;
}

/// The end of the word that begins at `begin` and is known up to `at`: letters, signs between them, and a final sign
/// that is no quotation mark.
std::size_t RuleDeromanizer::word_end(std::string_view text, std::size_t begin, std::size_t at) const {
  for (;;) {
    at = letters_end(text, at);
    if (at == text.size() || (static_cast<std::uint8_t>(text[at]) < 0x80 && text[at] != '\'' && text[at] != '`')) {
      return at;
    }
    const utf8::Decoded c = utf8::decode(text, at);
    if (!is_part(c.value)) {
      if (!rules_.is_sign(c.value)) return at;
      if (!is_part(value_at(text, at + c.length))) {
        const bool is_quoted = begin > 0 && utf8::decode_before(text, begin).value == kOpening;
        return is_modifier(c.value) || (c.value == kClosing && !is_quoted) ? at + c.length : at;
      }
    }
    at += c.length;
  }
}

/// The end of the word that begins at `at` with a letter or sign that is no ASCII letter; `at` if there is none.
///
/// At the start of a word ’ is ع, unless no vowel follows. So are ‘ and ', unless the word ends in a quotation mark
/// too.
std::size_t RuleDeromanizer::sign_word_end(std::string_view text, std::size_t at) const {
  const utf8::Decoded c = utf8::decode(text, at);
  const std::size_t next = at + c.length;
  if (script::is(c.value, script::kLatinLetter)) return word_end(text, at, next);
  if (!rules_.is_sign(c.value) || !is_part(value_at(text, next))) return at;
  if (is_modifier(c.value)) return word_end(text, at, next);
  if (c.value != kApostrophe && c.value != kOpening && c.value != kClosing) return at;
  if (at > 0 && script::is_letter_or_digit(utf8::decode_before(text, at).value)) return at;
  if (!rules_.begins_with_vowel(utf8::decode(text, next).value)) return at;
  const std::size_t end = word_end(text, at, next);
  if (c.value == kApostrophe && value_at(text, end) == kApostrophe) return at;
  if (c.value == kOpening && utf8::decode_before(text, end).value == kClosing) return at;
  return end;
}

}  // namespace sorani::transliterate
