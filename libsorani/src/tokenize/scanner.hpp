#pragma once

#include <cstddef>
#include <sorani/tokenizer.hpp>
#include <string_view>

/// The tokenizer proper, one character at a time. The fast path in blocks.hpp finds the same tokens where they are
/// ordinary words and signs.
namespace sorani::tokenize {

/// Where a token ends, and what it is.
struct Extent {
  std::size_t end = 0;  ///< 0: there is none
  TokenKind kind = TokenKind::word;
};

/// The first place at or after `at` where a token begins, or the end of the text.
std::size_t skip_gap(std::string_view text, std::size_t at) noexcept;

/// The token that begins at `at`, which `skip_gap` returned.
Extent scan_token(std::string_view text, std::size_t at, const TokenizerOptions& options) noexcept;

// The parts of scan_token; each looks for one kind of token at `at`.

/// A word or a number: begins with a letter, mark, digit or other number.
Extent scan_word(std::string_view text, std::size_t at, const TokenizerOptions& options) noexcept;

/// An emoji sequence, also a keycap.
Extent scan_emoji(std::string_view text, std::size_t at) noexcept;

/// True if a full stop after the word before `text[stop]`, which begins at `start`, is part of that word because the
/// word is one letter and a name or another letter follows.
bool is_initial(std::string_view text, std::size_t start, std::size_t stop) noexcept;

}  // namespace sorani::tokenize
