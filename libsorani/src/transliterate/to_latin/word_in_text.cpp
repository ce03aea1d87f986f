#include "transliterate/to_latin/word_in_text.hpp"

#include <algorithm>

#include "script/script.hpp"
#include "tokenize/word_lists.hpp"
#include "transliterate/g2p/letters.hpp"
#include "transliterate/scheme/generated.hpp"
#include "utf8/properties.hpp"
#include "utf8/utf8.hpp"

namespace sorani::transliterate {
namespace {

using utf8::Category;

/// The letter that carries the vowel at the start of a word.
constexpr std::string_view kCarrier = script::character::kYehWithHamzaAbove.utf8;

constexpr std::uint32_t kLetter = script::kArabicLetter | script::kLatinLetter | script::kOtherLetter;
constexpr std::uint32_t kWordCharacter = kLetter | script::kDigit | script::kMark;
constexpr std::uint32_t kBlank = script::kWhiteSpace | script::kLineEnd;

bool is_letter_at(std::string_view text, std::size_t at, std::uint32_t classes) noexcept {
  return at < text.size() && script::is(utf8::decode(text, at).value, classes);
}

/// True for a full stop at `at` that is no ellipsis.
bool is_stop(std::string_view text, std::size_t at) noexcept {
  return at < text.size() && text[at] == '.' && (at + 1 == text.size() || text[at + 1] != '.');
}

bool is_attached_sign(char32_t c, bool AttachedSign::*side) noexcept {
  const auto& signs = tables::kAttachedSigns;
  return std::any_of(signs.begin(), signs.end(),
                     [&](const AttachedSign& known) { return known.sign == c && known.*side; });
}

bool is_quotation_mark(char32_t c) noexcept {
  const Category category = utf8::category(c);
  return c == U'"' || c == U'\'' || category == Category::Pi || category == Category::Pf;
}

/// True at the start of the text, after white space and after an opening bracket.
bool is_open(std::string_view text, std::size_t at) noexcept {
  if (at == 0) return true;
  const char32_t c = utf8::decode_before(text, at).value;
  return script::is(c, kBlank) || utf8::category(c) == Category::Ps;
}

/// True if a number, a word, a full stop, or a closing bracket or quotation mark directly precedes `at`. A quotation
/// mark closes unless `is_open` before it.
bool is_attached(std::string_view text, std::size_t at) noexcept {
  if (at == 0) return false;
  const utf8::Decoded before = utf8::decode_before(text, at);
  if (script::is(before.value, kWordCharacter)) return true;
  if (is_quotation_mark(before.value)) return !is_open(text, at - before.length);
  const Category category = utf8::category(before.value);
  return category == Category::Pe || category == Category::Pd || category == Category::Pc ||
         is_attached_sign(before.value, &AttachedSign::before_letter);
}

/// True if one letter, or ئ and its vowel, and a full stop end at `at`.
bool follows_initial(std::string_view text, std::size_t at) noexcept {
  if (at < 2 || text[at - 1] != '.') return false;
  std::size_t end = at - 1;
  utf8::Decoded c = utf8::decode_before(text, end);
  if (script::is(c.value, script::kTatweel) && end > c.length) {  // هـ.
    end -= c.length;
    c = utf8::decode_before(text, end);
  }
  if (!script::is(c.value, kLetter)) return false;
  end -= c.length;
  if (text.substr(0, end).ends_with(kCarrier)) end -= kCarrier.size();
  return end == 0 || !script::is(utf8::decode_before(text, end).value, kWordCharacter);
}

/// The first byte from `at` on that is no space.
std::size_t skip_spaces(std::string_view text, std::size_t at) noexcept {
  while (at < text.size() && text[at] == ' ') ++at;
  return at;
}

/// True if a space and another word follow.
bool precedes_word(const WordInText& word) noexcept {
  if (word.end == word.text.size() || word.text[word.end] != ' ') return false;
  const std::size_t next = skip_spaces(word.text, word.end);
  return next == word.text.size() ? word.text_continues : is_letter_at(word.text, next, kLetter);
}

/// True if a number precedes the word, directly or with a space between.
bool follows_number(const WordInText& word) noexcept {
  std::size_t at = word.begin;
  if (at > 0 && word.text[at - 1] == ' ') --at;
  return at > 0 && script::is(utf8::decode_before(word.text, at).value, script::kDigit);
}

/// True if the و or ی from `begin` to `end` is an initial: in a dotted abbreviation, or before a full stop with a word
/// or another initial next to it.
bool is_initial(std::string_view text, std::size_t begin, std::size_t end) noexcept {
  if (follows_initial(text, begin)) return true;
  if (!is_stop(text, end) || is_attached(text, begin)) return false;
  if (is_letter_at(text, skip_spaces(text, end + 1), kLetter)) return true;
  std::size_t before = begin;
  while (before > 0 && text[before - 1] == ' ') --before;
  return follows_initial(text, before);
}

bool is_spelled_letter(const WordInText& word, std::uint8_t letter) noexcept {
  if (g2p::is_vowel_letter(letter)) return false;
  if (g2p::is_semivowel_letter(letter)) return is_initial(word.text, word.begin, word.end);
  if (is_attached(word.text, word.begin) || !precedes_word(word)) return true;
  // After a number a letter that is an abbreviation is a unit or an era: ٥ م, ٢٠٢١ ز.
  return follows_number(word) && tokenize::abbreviation_kind(word.word()) != tokenize::AbbreviationKind::none;
}

bool is_spelled_abbreviation(const WordInText& word, tokenize::AbbreviationKind kind) noexcept {
  switch (kind) {
    case tokenize::AbbreviationKind::unit:
      return follows_number(word);
    case tokenize::AbbreviationKind::title:
      return is_stop(word.text, word.end) &&
             is_letter_at(word.text, skip_spaces(word.text, word.end + 1), kLetter | script::kDigit);
    default:
      return true;
  }
}

}  // namespace

Spelling spelling(const WordInText& word, std::span<const std::uint8_t> letters) noexcept {
  const auto of = [](bool is_spelled) { return is_spelled ? Spelling::here : Spelling::not_here; };
  if (letters.size() == 1) return of(is_spelled_letter(word, letters.front()));
  if (std::any_of(letters.begin(), letters.end(), g2p::is_vowel_letter)) return Spelling::never;
  const tokenize::AbbreviationKind kind = tokenize::abbreviation_kind(word.word());
  return kind == tokenize::AbbreviationKind::none ? Spelling::never : of(is_spelled_abbreviation(word, kind));
}

bool precedes_name(const WordInText& word) noexcept {
  if (!is_stop(word.text, word.end) || !precedes_word({word.text, word.begin, word.end + 1, word.text_continues})) {
    return false;
  }
  // A letter, perhaps with a tatweel (هـ), or ئ and its vowel.
  constexpr std::string_view kTatweel = script::character::kArabicTatweel.utf8;
  const std::string_view text = word.word();
  const bool has_two = text.starts_with(kCarrier) || text.ends_with(kTatweel);
  return text.size() <= (has_two ? 4u : 2u) || tokenize::abbreviation_kind(text) == tokenize::AbbreviationKind::title;
}

std::size_t joined_end(const WordParts& parts, std::string_view text, std::size_t end) noexcept {
  const std::size_t stop = end + 1 + kConjunction.size();
  if (stop > text.size() || text[end] != ' ' || text.substr(end + 1, kConjunction.size()) != kConjunction) return end;
  if (word_end(parts, text, end + 1) != stop) return end;
  if (stop == text.size()) return stop;
  const char32_t next = utf8::decode(text, stop).value;
  if (script::is(next, kBlank)) return stop;
  const Category category = utf8::category(next);
  const bool is_part = category == Category::Pd || category == Category::Pc ||
                       is_attached_sign(next, &AttachedSign::after_conjunction) || is_initial(text, end + 1, stop);
  return script::is(next, script::kPunctuation) && !is_part ? stop : end;
}

}  // namespace sorani::transliterate
