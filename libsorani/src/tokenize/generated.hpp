#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

/// What `tablegen tokenize` defines, from libsorani/data and the Unicode properties.
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

/// A word, or two words with a space between them.
struct SentenceWord {
  std::string_view text;
  SentenceRole role;
};

/// Upper bound on the bytes of a row of sentence-words.tsv; the generator rejects longer ones.
inline constexpr std::size_t kMaxSentenceWordBytes = 40;

/// Every row of sentence-words.tsv, sorted by bytes.
std::span<const SentenceWord> sentence_words() noexcept;

/// The traits of all code points as a two-stage table. The traits of `c` are
/// `kTraits[kTraitsIndex[kTraitsBlock[c / 256] * 256 + c % 256]]`.
namespace tables {

extern const std::uint16_t kTraitsBlock[];
extern const std::uint8_t kTraitsIndex[];
extern const std::uint32_t kTraits[];

}  // namespace tables
}  // namespace sorani::tokenize
