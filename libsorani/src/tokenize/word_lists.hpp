#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace sorani::tokenize {

/// How the full stop of an abbreviation bears on the sentence (libsorani/data/abbreviations.tsv).
enum class AbbreviationKind : std::uint8_t {
  none,
  title,    ///< Dr.: never ends a sentence
  initial,  ///< ئا.: never ends a sentence, and is an abbreviation only before another word
  label,    ///< No.: does not end a sentence if a number follows
  unit,     ///< کم.: may end a sentence if a number precedes it
  word,     ///< هتد.: may end a sentence
};

struct Abbreviation {
  std::string_view text;  ///< without its last full stop
  AbbreviationKind kind;
};

/// Upper bound on the bytes of an abbreviation; the generator rejects longer rows. The fast path passes every longer
/// word before a full stop without a look-up.
inline constexpr std::size_t kMaxAbbreviationBytes = 10;

/// Every abbreviation, sorted by bytes.
std::span<const Abbreviation> abbreviations() noexcept;

/// The kind of an abbreviation given without its last full stop; `none` if it is not listed. Look-alike letters (ي ى ك
/// for ی ک) are folded first.
AbbreviationKind abbreviation_kind(std::string_view text) noexcept;

/// What a word says about a sentence boundary beside it (libsorani/data/sentence-words.tsv).
enum class SentenceRole : std::uint8_t {
  none,
  saying,          ///< a verb of saying: وتی
  complement,      ///< introduces the words said: کە
  conjunction,     ///< never begins a sentence: و
  and_so_on,       ///< closes a list
  ending,          ///< a suffix or enclitic, never a word by itself
  ending_or_word,  ///< either: یان (their; or)
  ending_letter,   ///< a letter that begins no word, so that what begins with it is an ending: ە
};

/// Upper bound on the bytes of a row; the generator rejects longer ones.
inline constexpr std::size_t kMaxSentenceWordBytes = 40;

struct SentenceWord {
  std::string_view text;
  SentenceRole role;
};

/// The role of a word, or of two words with a space between them. Look-alike letters are folded first.
SentenceRole sentence_role(std::string_view words) noexcept;

/// Whether a token is an ending (suffix or enclitic) of what is written before it.
enum class Ending : std::uint8_t {
  none,
  possible,  ///< it is also a word
  certain,   ///< it is no word by itself
};

Ending ending_kind(std::string_view token) noexcept;

}  // namespace sorani::tokenize
