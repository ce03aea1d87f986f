#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace sorani::tokenize {

/// What stands after an abbreviation (libsorani/data/abbreviations.tsv).
enum class AbbreviationKind : std::uint8_t {
  none,
  title,  ///< a name follows
  unit,   ///< a number stands before it
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
  colon,        ///< this ending before a colon: the sentence ends there
  colon_quote,  ///< so it does if a quotation follows
  after_quote,  ///< this word goes on with the sentence after a quotation
};

struct SentenceWord {
  std::string_view text;
  SentenceRole role;
};

/// True if the word, in any spelling of its letters, is in the list with this role.
bool has_role(std::string_view word, SentenceRole role) noexcept;

/// True if the word has an ending that is in the list with this role.
bool ends_with_role(std::string_view word, SentenceRole role) noexcept;

}  // namespace sorani::tokenize
