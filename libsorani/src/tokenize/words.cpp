// Words, numbers and abbreviations.
//
// `scan_word` is a loop over characters that keeps `word_end`, the end of the token so far:
//
//   letter, digit           extends the token
//   mark, joiner (ZWNJ)     extends it too
//   invisible control       may be inside a word, not at its end: remembered, does not move `word_end`
//   sign such as - . / : '  stays inside if what is on both sides allows it (`joins_word`): 22/8, don't, سیاسی-ئابووری
//   anything else           ends the token
//
// So a sign at the end of a word is not part of it. A word without digits is then looked up: the full stop after an
// abbreviation (د. هتد.), after an initial, and between single letters (پ.د.ک) belongs to the token
// (`abbreviation_end`). A word that holds no letter is a number.

#include <string_view>

#include "script/script.hpp"
#include "tokenize/character.hpp"
#include "tokenize/scanner.hpp"
#include "tokenize/word_lists.hpp"

namespace sorani::tokenize {
namespace {

constexpr std::uint32_t kBase = kLetter | kDigit | kNumeric;

/// What the part of a word that has been read contains.
struct WordState {
  bool letter = false;
  bool latin = false;
  bool digit = false;
  bool is_one_letter = false;  ///< a single non-Latin letter and nothing else
  std::uint32_t last = 0;      ///< traits of the last letter or digit
};

/// True if the sign between `word` and `next` is inside the word.
bool joins_word(const Character& sign, const WordState& word, const Character& next, bool split_digits) noexcept {
  const bool before_latin = (word.last & kLatin) != 0;
  const bool before_digit = (word.last & kDigit) != 0;
  if (sign.is(kApostrophe) && before_latin && next.is(kLatin)) return true;
  if (sign.is(kBetweenDigits) && before_digit && next.is(kDigit) && !word.letter) return true;
  if (sign.is(kConnector)) {
    return next.is(kBase | kConnector) && !(split_digits && next.is(kDigit) != before_digit);
  }
  if (!next.is(kLetter | kDigit)) return false;
  if (split_digits && (before_digit || next.is(kDigit))) return false;
  // Before the hyphen, a single letter or a number is the label of a list item: أ-یەکەم, 1-یەکەم.
  if (sign.is(kHyphen)) return next.is(kLatin) || (word.letter && !word.is_one_letter);
  if (!(before_latin || before_digit) || !next.is(kLatin | kDigit)) return false;
  // A file name or a version (file.txt, v2.1); before a capital letter the stop ends a sentence.
  if (sign.is(kFullStop)) {
    const char c = next.value < 0x80 ? static_cast<char>(next.value) : 'A';
    return word.latin && (is_ascii_lower(c) || is_ascii_digit(c));
  }
  return false;
}

/// The end of the letter that begins at `at`, with its marks, joiners and tatweels; `at` if no letter begins there, or
/// if it is longer than kMaxAbbreviationBytes, since the fast path takes such a token for a word without a look-up.
std::size_t one_letter(std::string_view text, std::size_t at) noexcept {
  Character c = character_at(text, at);
  if (!c.is(kLetter)) return at;
  std::size_t end = c.end;
  for (c = character_at(text, end); c.is(kMark | kJoiner) || script::is(c.value, script::kTatweel);
       c = character_at(text, end)) {
    end = c.end;
    if (end - at > kMaxAbbreviationBytes) return at;
  }
  return end;
}

/// True for a full stop that is not followed by another one.
bool is_single_stop(std::string_view text, std::size_t at) noexcept {
  return at < text.size() && text[at] == '.' && (at + 1 == text.size() || text[at + 1] != '.');
}

/// The end of single letters separated by full stops (پ.د.ک, U.S.), or 0 if there are none.
std::size_t dotted_letters(std::string_view text, std::size_t at) noexcept {
  std::size_t count = 0;
  std::size_t end = at;
  std::size_t letter = one_letter(text, end);
  while (letter > end && is_single_stop(text, letter)) {
    ++count;
    end = letter + 1;
    letter = begins_address(text, end) ? end : one_letter(text, end);
  }
  if (count == 0) return 0;
  // The last letter may have no full stop, and an ending of one letter: پ.د.کی.
  const std::size_t ending = one_letter(text, letter);
  if (letter > end && !character_at(text, letter).is(kBase)) return letter;
  if (ending > letter && letter > end && count > 1 && !character_at(text, ending).is(kBase)) return ending;
  return count > 1 ? end : 0;
}

/// True if the text before `start` is a closing bracket or quotation mark, so that what begins there is an ending:
/// (کورد)ە.
bool follows_closer(std::string_view text, std::size_t start) noexcept {
  const Character before = character_before(text, start);
  if (!before.is(kToggle)) return before.is(kCloser) && !before.is(kOpener);
  const std::size_t mark = start - utf8::decode_before(text, start).length;
  return !character_before(text, mark).is(kSpace | kControl | kOpener);
}

/// True if a letter follows the full stop, with or without spaces between.
bool word_follows(std::string_view text, std::size_t stop) noexcept {
  std::size_t next = stop + 1;
  while (next < text.size() && text[next] == ' ') ++next;
  return character_at(text, next).is(kLetter);
}

/// The end of the abbreviation that the word from `at` to `end` is or begins, full stops included; `end` if it is none.
std::size_t abbreviation_end(std::string_view text, std::size_t at, std::size_t end) noexcept {
  if (!is_single_stop(text, end)) return end;
  if (const std::size_t dotted = dotted_letters(text, at); dotted > end) return dotted;
  const AbbreviationKind kind = abbreviation_kind(text.substr(at, end - at));
  if (kind == AbbreviationKind::initial) return word_follows(text, end) && !follows_closer(text, at) ? end + 1 : end;
  return kind != AbbreviationKind::none || is_initial(text, at, end) ? end + 1 : end;
}

}  // namespace

bool is_initial(std::string_view text, std::size_t start, std::size_t stop) noexcept {
  if (follows_closer(text, start)) return false;
  return one_letter(text, start) == stop && word_follows(text, stop);
}

Extent scan_word(std::string_view text, std::size_t at, const TokenizerOptions& options) noexcept {
  WordState word;
  std::size_t word_end = at;  // trailing invisible controls and signs excluded
  std::size_t next = at;
  bool in_format = false;        // there are invisible controls since the last letter or digit
  bool only_directional = true;  // all of them are directional marks, which word processors insert beside separators
  while (next < text.size()) {
    const Character c = character_at(text, next);
    if (c.is(kBase)) {
      // At `at`, and between alphanumeric characters, no address can begin that scan_token has not ruled out.
      if (next > at && c.value < 0x80 && !is_ascii_alnum(text[next - 1]) && begins_address(text, next)) break;
      const bool letter = c.is(kLetter);
      if (options.split_digits && (letter ? word.digit : word.letter)) break;
      (letter ? word.letter : word.digit) = true;
      word.latin |= c.is(kLatin);
      word.last = c.traits;
      word_end = c.end;
      in_format = false;
      only_directional = true;
    } else if (c.is(kMark | kJoiner)) {
      if (in_format && c.is(kMark)) break;
      word_end = in_format ? word_end : c.end;
    } else if (c.is(kFormat)) {
      in_format = true;
      only_directional &= c.is(kDirectional);
    } else {
      if (c.is(kHyphen)) word.is_one_letter = !word.latin && one_letter(text, at) == next;
      if (!only_directional ||
          !joins_word(c, word, character_at(text, skip_directional(text, c.end)), options.split_digits))
        break;
    }
    next = c.end;
  }
  if (!word.letter && !word.digit) return {word_end, TokenKind::symbol};
  if (!word.letter) return {word_end, TokenKind::number};
  if (!word.digit) word_end = abbreviation_end(text, at, word_end);
  return {word_end, TokenKind::word};
}

}  // namespace sorani::tokenize
