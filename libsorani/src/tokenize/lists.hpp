#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace sorani::tokenize {

/// What stands after an abbreviation (libsorani/data/abbreviations.tsv).
enum class AbbreviationKind : std::uint8_t {
  none,
  title,    ///< no sentence ends here
  initial,  ///< so too, but it is an abbreviation only before another word
  label,    ///< no sentence ends here if a number follows
  unit,     ///< a number stands before it
  word,
};

struct Abbreviation {
  std::string_view text;  ///< without its last full stop
  AbbreviationKind kind;
};

/// Bytes of the longest abbreviation at most; the generator rejects longer ones.
inline constexpr std::size_t kLongestAbbreviation = 10;

/// Every abbreviation, by bytes.
std::span<const Abbreviation> abbreviations() noexcept;

/// The kind of an abbreviation given without its last full stop, in any spelling of its letters; `none` if it is not in
/// the list.
AbbreviationKind abbreviation_kind(std::string_view text) noexcept;

/// What a word tells about the end of a sentence (sentence-words.tsv).
enum class SentenceRole : std::uint8_t {
  none,
  saying,       ///< a verb of saying
  complement,   ///< begins what is said
  conjunction,  ///< begins no sentence
  and_so_on,    ///< closes a list
  ending,       ///< no word by itself
  ending_or_word,
  ending_letter,  ///< begins no word
};

/// Bytes of the longest row at most; the generator rejects longer ones.
inline constexpr std::size_t kLongestSentenceWord = 40;

struct SentenceWord {
  std::string_view text;
  SentenceRole role;
};

/// The role of a word, or of two words with a space between them, in any spelling of their letters.
SentenceRole sentence_role(std::string_view words) noexcept;

/// Whether a token can be the ending of what stands before it, or even cannot be a word by itself.
enum class Ending : std::uint8_t { none, possible, certain };

Ending ending_kind(std::string_view token) noexcept;

}  // namespace sorani::tokenize
