#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "transliterate/to_latin/arabic_word.hpp"

/// What the text around a word says about how to read it.
namespace sorani::transliterate {

/// The conjunction "and".
inline constexpr std::string_view kConjunction = "و";

/// A word in the Arabic script and the text that it is part of.
struct WordInText {
  std::string_view text;
  std::size_t begin;
  std::size_t end;
  /// The line goes on behind the text, with a letter: see `Fragment`.
  bool text_continues = false;

  std::string_view word() const noexcept { return text.substr(begin, end - begin); }
};

/// Whether a word stands for its letters, so that no vowel is read between or behind them.
enum class Spelling : std::uint8_t {
  never,     ///< it is a word wherever it stands
  not_here,  ///< it is a word here
  here,
};

/// Whether a word stands for its letters, which are `letters`, as `read_letters` gives them. Such words are:
///
///   * a consonant by itself: an initial or abbreviation (د. پ.د.ک د.خ), the label of a list (ب- پ) ژ:), a unit or
///     ending closed up with a number or a closing sign (٢٠٠م (کورد)ن). It is a word (چ، ب، ل، ژ، د) only before a
///     space and another word.
///   * و and ی in a dotted abbreviation (ی.ن.ک), or before a full stop with a word or an initial beside it (ی. ئازاد).
///     Elsewhere و is the conjunction and ی the izafe.
///   * the abbreviations of abbreviations.tsv without a vowel: units behind a number (٥ کم), titles with a full stop
///     before what follows, others wherever they stand (هتد).
Spelling spelling(const WordInText& word, std::span<const std::uint8_t> letters) noexcept;

/// True for an initial or a title that is written with a full stop, with a space and another word behind it, which at
/// the start of a sentence is a name or the text of a list item: د. ئازاد, ئا. گۆران, ئەند. ئازاد.
bool precedes_name(const WordInText& word) noexcept;

/// The end of the conjunction that is joined to the word that ends at `end`, or `end` if there is none: a و that is a
/// word by itself, with one space and nothing else before it, and with white space or punctuation behind it.
std::size_t joined_end(const WordParts& parts, std::string_view text, std::size_t end) noexcept;

}  // namespace sorani::transliterate
