#pragma once

#include <cstdint>
#include <string_view>

#include "tokenize/generated.hpp"  // IWYU pragma: export

namespace sorani::tokenize {

/// The kind of an abbreviation given without its last full stop; `none` if it is not listed. Look-alike letters (ي ى ك
/// for ی ک) are folded first.
AbbreviationKind abbreviation_kind(std::string_view text) noexcept;

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
