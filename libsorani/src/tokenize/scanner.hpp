#pragma once

#include <cstddef>
#include <sorani/tokenizer.hpp>
#include <string_view>

/// The scanner: the whole token grammar, one character at a time. It is the reference; the fast path in blocks.hpp must
/// give the same tokens, and stops before whatever it does not know.
namespace sorani::tokenize {

/// The offset just past a token, and its kind.
struct Extent {
  std::size_t end = 0;  ///< 0: no token
  TokenKind kind = TokenKind::word;
};

/// The offset of the first token at or after `at`, or the end of the text. Skips white space and invisible controls.
std::size_t skip_gap(std::string_view text, std::size_t at) noexcept;

/// The token that begins at `at`, which `skip_gap` returned.
Extent scan_token(std::string_view text, std::size_t at, const TokenizerOptions& options) noexcept;

// The parts of scan_token; each recognizes one kind of token at `at`.

/// A word or a number. `at` is at a letter, mark, digit or other number.
Extent scan_word(std::string_view text, std::size_t at, const TokenizerOptions& options) noexcept;

/// An emoji sequence, keycaps included.
Extent scan_emoji(std::string_view text, std::size_t at) noexcept;

/// True if the word from `start` to `stop` is an initial, so that the full stop at `text[stop]` belongs to it: one
/// letter, and a letter follows the stop.
bool is_initial(std::string_view text, std::size_t start, std::size_t stop) noexcept;

}  // namespace sorani::tokenize
