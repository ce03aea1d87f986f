// Words, numbers and abbreviations.

#include <string_view>

#include "script/script.hpp"
#include "tokenize/cursor.hpp"
#include "tokenize/lists.hpp"
#include "tokenize/scanner.hpp"

namespace sorani::tokenize {
namespace {

constexpr std::uint32_t kBase = kLetter | kDigit | kNumeric;

/// What has been read of a word so far.
struct Seen {
  bool letter = false;
  bool latin = false;
  bool digit = false;
  bool is_one_letter = false;  ///< of another script than the Latin one, and nothing else
  std::uint32_t last = 0;      ///< traits of the last letter or digit
};

/// True if a sign inside a word, between what has been seen and `next`, belongs to the word.
bool joins(const Character& sign, const Seen& seen, const Character& next, bool split_digits) noexcept {
  const bool before_latin = (seen.last & kLatin) != 0;
  const bool before_digit = (seen.last & kDigit) != 0;
  if (sign.is(kApostrophe) && before_latin && next.is(kLatin)) return true;
  if (sign.is(kBetweenDigits) && before_digit && next.is(kDigit) && !seen.letter) return true;
  if (sign.is(kConnector)) {
    return next.is(kBase | kConnector) && !(split_digits && next.is(kDigit) != before_digit);
  }
  if (!next.is(kLetter | kDigit)) return false;
  if (split_digits && (before_digit || next.is(kDigit))) return false;
  // A letter or number alone is the label of an item: أ-یەکەم, 1-یەکەم.
  if (sign.is(kHyphen)) return next.is(kLatin) || (seen.letter && !seen.is_one_letter);
  if (!(before_latin || before_digit) || !next.is(kLatin | kDigit)) return false;
  // A name of a file or a version; a capital letter would begin a sentence.
  if (sign.is(kFullStop)) {
    const char c = next.value < 0x80 ? static_cast<char>(next.value) : 'A';
    return seen.latin && (is_ascii_lower(c) || is_ascii_digit(c));
  }
  return false;
}

/// The end of the letter that begins at `at`, with its marks and what stretches it; `at` if no letter begins there, or
/// one stretched so far that the fast path would take it for a long word.
std::size_t one_letter(std::string_view text, std::size_t at) noexcept {
  Character c = character_at(text, at);
  if (!c.is(kLetter)) return at;
  std::size_t end = c.end;
  for (c = character_at(text, end); c.is(kMark | kJoiner) || script::is(c.value, script::kTatweel);
       c = character_at(text, end)) {
    end = c.end;
    if (end - at > kLongestAbbreviation) return at;
  }
  return end;
}

/// A full stop that is not the first of several.
bool is_single_stop(std::string_view text, std::size_t at) noexcept {
  return at < text.size() && text[at] == '.' && (at + 1 == text.size() || text[at + 1] != '.');
}

/// The end of letters with full stops between (پ.د.ک, U.S.), or 0.
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
  // The last letter may have no full stop, and an ending of one letter after it: پ.د.کی.
  const std::size_t ending = one_letter(text, letter);
  if (letter > end && !character_at(text, letter).is(kBase)) return letter;
  if (ending > letter && letter > end && count > 1 && !character_at(text, ending).is(kBase)) return ending;
  return count > 1 ? end : 0;
}

/// True if what begins at `start` is the ending of something in brackets or quotation marks: (کورد)ە.
bool follows_closer(std::string_view text, std::size_t start) noexcept {
  const Character before = character_before(text, start);
  if (!before.is(kToggle)) return before.is(kCloser) && !before.is(kOpener);
  const std::size_t mark = start - utf8::decode_before(text, start).length;
  return !character_before(text, mark).is(kSpace | kControl | kOpener);
}

/// True if a letter follows the full stop, after spaces or none.
bool word_follows(std::string_view text, std::size_t stop) noexcept {
  std::size_t next = stop + 1;
  while (next < text.size() && text[next] == ' ') ++next;
  return character_at(text, next).is(kLetter);
}

/// The end of an abbreviation that the word from `at` to `end` begins, with its full stops; or `end`.
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
  Seen seen;
  std::size_t solid = at;  // what is not followed by invisible controls or signs only
  std::size_t next = at;
  bool in_format = false;        // invisible controls since the last letter or digit
  bool only_directional = true;  // all of them directional marks, which word processors put beside separators
  while (next < text.size()) {
    const Character c = character_at(text, next);
    if (c.is(kBase)) {
      // Only what begins behind other characters has not been looked at.
      if (next > at && c.value < 0x80 && !is_ascii_alnum(text[next - 1]) && begins_address(text, next)) break;
      const bool letter = c.is(kLetter);
      if (options.split_digits && (letter ? seen.digit : seen.letter)) break;
      (letter ? seen.letter : seen.digit) = true;
      seen.latin |= c.is(kLatin);
      seen.last = c.traits;
      solid = c.end;
      in_format = false;
      only_directional = true;
    } else if (c.is(kMark | kJoiner)) {
      if (in_format && c.is(kMark)) break;
      solid = in_format ? solid : c.end;
    } else if (c.is(kFormat)) {
      in_format = true;
      only_directional &= c.is(kDirectional);
    } else {
      if (c.is(kHyphen)) seen.is_one_letter = !seen.latin && one_letter(text, at) == next;
      if (!only_directional || !joins(c, seen, character_at(text, skip_directional(text, c.end)), options.split_digits))
        break;
    }
    next = c.end;
  }
  if (!seen.letter && !seen.digit) return {solid, TokenKind::symbol};
  if (!seen.letter) return {solid, TokenKind::number};
  if (!seen.digit) solid = abbreviation_end(text, at, solid);
  return {solid, TokenKind::word};
}

}  // namespace sorani::tokenize
