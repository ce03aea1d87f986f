#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "script/characters.hpp"
#include "transliterate/to_latin/arabic_word.hpp"

/// How the text around a word decides its reading: initials, abbreviations, the conjunction.
namespace sorani::transliterate {

/// The conjunction "and".
inline constexpr std::string_view kConjunction = script::character::kWaw.utf8;

/// True if the text from `begin` to `end` is the conjunction by itself, given that it is no part of a longer word. Next
/// to a full stop و can be an initial.
inline bool is_conjunction(std::string_view text, std::size_t begin, std::size_t end) noexcept {
  return text.substr(begin, end - begin) == kConjunction && (begin == 0 || text[begin - 1] != '.') &&
         (end == text.size() || text[end] != '.');
}

/// A word in the Arabic script with its text.
struct WordInText {
  std::string_view text;
  std::size_t begin;
  std::size_t end;
  /// The line continues after the text, with a letter: see `Fragment`.
  bool text_continues = false;

  std::string_view word() const noexcept { return text.substr(begin, end - begin); }
};

/// Whether a word is spelled: its letters stand for themselves, and no vowel is read between or after them.
enum class Spelling : std::uint8_t {
  never,     ///< it is read as a word in any text
  not_here,  ///< it is read as a word in this text
  here,      ///< it is spelled in this text
};

/// Whether a word with these letters (as `read_letters` gives them) is spelled. Such words are:
///
///   * a consonant by itself: an initial or abbreviation (د. پ.د.ک د.خ), the label of a list (ب- پ) ژ:), a unit or
///     ending attached to a number or a closing sign (٢٠٠م (کورد)ن). It is a word (چ، ب، ل، ژ، د) only before a space
///     and another word.
///   * و and ی in a dotted abbreviation (ی.ن.ک), or before a full stop with a word or an initial beside it (ی. ئازاد).
///     Elsewhere و is the conjunction and ی the izafe.
///   * the abbreviations of abbreviations.tsv without a vowel: units after a number (٥ کم), titles with a full stop and
///   a
///     word after them, others in any text (هتد).
Spelling spelling(const WordInText& word, std::span<const std::uint8_t> letters) noexcept;

/// True for an initial or a title with a full stop, a space and another word after it. At the start of a sentence that
/// word is a name or the text of a list item, which has a capital: د. ئازاد, ئا. گۆران, ئەند. ئازاد.
bool precedes_name(const WordInText& word) noexcept;

/// The end of the conjunction that can be joined to the word that ends at `end`, or `end` if there is none: a و that is
/// a word by itself, after exactly one space, and before white space or punctuation.
std::size_t joined_end(const WordParts& parts, std::string_view text, std::size_t end) noexcept;

}  // namespace sorani::transliterate
