#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "transliterate/scheme/phoneme.hpp"

/// The tables of transliteration, written by `tablegen transliterate`.
namespace sorani::transliterate {

/// A context of a sound: the number of a phoneme, or one of the values below.
using Context = std::uint8_t;
inline constexpr Context kAnything = 0xFF;
inline constexpr Context kEdge = 0xFE;  ///< the start or end of the word
inline constexpr Context kAnyVowel = 0xFD;
inline constexpr Context kAnyConsonant = 0xFC;
/// A stem that is no word: a number, % or a closing mark. Endings follow it as they follow a consonant.
inline constexpr Context kStem = 0xFB;

/// True if `neighbor`, the number of a phoneme or `kEdge`, matches the context.
constexpr bool fits(Context context, Context neighbor) noexcept {
  if (context == kAnything || context == neighbor) return true;
  if (context < kAnyConsonant || neighbor == kEdge) return false;
  return context != kEdge && is_vowel(static_cast<Phoneme>(neighbor)) == (context == kAnyVowel);
}

/// A row of phonemes.tsv.
struct PhonemeInfo {
  Phoneme phoneme;
  std::string_view symbol;
  std::string_view letters;  ///< UTF-8, Arabic script
};

/// How a sound is written.
struct SoundRule {
  Phoneme sound;
  Context left;
  Context right;
  std::string_view to;
};

/// How a whole word is written.
struct WordRule {
  std::string_view word;  ///< Arabic script
  Context left;           ///< kAnything, or the last sound of the word before; `to` then includes the space between
  std::string_view to;
};

/// The sounds that Latin letters stand for.
struct SpellingRule {
  std::string_view from;
  Context left;
  Context right;
  std::string_view unless;  ///< texts separated by spaces: not in a word that contains one of them
  std::string_view with;    ///< texts separated by spaces: only in a word that contains one of them
  std::string_view to;      ///< a byte for each sound, the number of its phoneme
};

/// A word of Latin letters that the Arabic script spells as the ending of the word before it.
struct Enclitic {
  std::string_view from;
  Context left;         ///< the sound before
  bool is_apart;        ///< the space before it is kept
  std::string_view to;  ///< a byte for each sound
};

/// A suffix: endings are sequences of suffixes with ascending slots.
struct SuffixPart {
  std::string_view from;
  std::uint8_t slot;  ///< position in the ending
};

/// A row of schemes.tsv with the ranges of its rules in the tables below. The rules of one sound are adjacent.
struct SchemeInfo {
  std::string_view name;
  std::string_view description;
  bool has_capitals;
  bool is_unique;  ///< unique decoding: a text has one sequence of sounds
  bool is_strict;  ///< and one sequence of Arabic letters
  std::size_t first_sound, sound_count;
  std::size_t first_word, word_count;
  std::size_t first_back, back_count;
};

/// A digit or punctuation mark.
struct Sign {
  char32_t sign;
  char latin;
  bool back;  ///< Latin to Arabic script writes it
};

/// Where in a word a row of foreign-letters.tsv applies.
enum class ForeignPlace : std::uint8_t { anywhere, start, alone };

/// The Sorani spelling of Arabic letters and marks outside the alphabet.
struct ForeignLetters {
  std::u32string_view from;
  ForeignPlace place;
  std::u32string_view not_before;
  std::u32string_view letters;  ///< `=` repeats the letter before
};

/// A name in Arabic and in Sorani spelling. UTF-8.
struct ArabicName {
  std::string_view spelling;
  std::string_view letters;
};

/// A variant of a character.
struct Fold {
  char32_t from;
  char32_t to;
};

/// A word of Latin letters that is an exception to the rules, with its spelling.
struct LatinWord {
  std::string_view from;
  std::string_view to;
};

namespace tables {

extern const PhonemeInfo kPhonemes[];
extern const SchemeInfo kSchemes[];
extern const std::size_t kSchemesSize;
extern const SoundRule kSoundRules[];
extern const WordRule kWordRules[];
extern const SpellingRule kBackRules[];
extern const SpellingRule kSpellings[];
extern const std::size_t kSpellingsSize;
extern const Enclitic kEnclitics[];
extern const std::size_t kEncliticsSize;
extern const SuffixPart kSuffixParts[];
extern const std::size_t kSuffixPartsSize;
extern const LatinWord kLatinWords[];
extern const std::size_t kLatinWordsSize;
extern const Fold kFolds[];
extern const std::size_t kFoldsSize;
extern const Sign kSigns[];
extern const std::size_t kSignsSize;
extern const ForeignLetters kForeignLetters[];
extern const std::size_t kForeignLettersSize;
extern const ArabicName kArabicNames[];
extern const std::size_t kArabicNamesSize;

}  // namespace tables
}  // namespace sorani::transliterate
