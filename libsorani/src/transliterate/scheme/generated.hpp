#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "transliterate/scheme/context.hpp"  // IWYU pragma: export
#include "transliterate/scheme/phoneme.hpp"  // IWYU pragma: export

/// The tables of transliteration, written by `tablegen transliterate`.
namespace sorani::transliterate {

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

/// Sets of characters of latin-spellings.tsv, a bit for each: their indices in `tables::kCharacterSets`.
using CharacterSets = std::uint8_t;

/// The sounds that Latin letters stand for.
struct SpellingRule {
  std::string_view from;
  Context left;
  Context right;
  CharacterSets unless;  ///< not in a word with a character of one of these sets
  CharacterSets with;    ///< if not empty, only in a word with a character of one of these sets
  std::string_view to;   ///< a byte for each sound, the number of its phoneme
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

/// How arabic-names.tsv is matched: what a character is folded to before the look-up.
struct ArabicFold {
  char32_t from;
  std::string_view to;  ///< UTF-8; empty: deleted
};

/// A sign that is part of a word next to it, where white space or other punctuation would end the word.
struct AttachedSign {
  char32_t sign;
  bool before_letter;      ///< a letter directly after it is no word by itself
  bool after_conjunction;  ///< a و directly before it is not the conjunction
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

extern const std::array<PhonemeInfo, kPhonemeCount> kPhonemes;
extern const std::span<const SchemeInfo> kSchemes;
extern const std::span<const SoundRule> kSoundRules;
extern const std::span<const WordRule> kWordRules;
extern const std::span<const SpellingRule> kBackRules;
extern const std::span<const SpellingRule> kSpellings;
extern const std::span<const std::u32string_view> kCharacterSets;
extern const std::span<const Enclitic> kEnclitics;
extern const std::span<const SuffixPart> kSuffixParts;
extern const std::span<const LatinWord> kLatinWords;
extern const std::span<const Fold> kFolds;
extern const std::span<const Sign> kSigns;
extern const std::span<const AttachedSign> kAttachedSigns;
extern const std::span<const ForeignLetters> kForeignLetters;
extern const std::span<const ArabicName> kArabicNames;
extern const std::span<const ArabicFold> kArabicFolds;

}  // namespace tables
}  // namespace sorani::transliterate
