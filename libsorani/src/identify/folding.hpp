#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace sorani::identify {

/// How a character takes part in features.
enum class CharacterKind : std::uint8_t {
  arabic,     ///< a letter of the Arabic script
  latin,      ///< a letter of the Latin script, or a modifier letter
  foreign,    ///< a letter of another script
  mark,       ///< a combining mark or an invisible character in a word
  separator,  ///< anything else
};

/// A character as features have it.
struct Folded {
  char32_t letter;  ///< in lower case, and as identify-letters.tsv has it: one for variants that depend on the keyboard
  CharacterKind kind;
  bool is_hidden;  ///< the letter differs by more than case, so that the character is a feature of its own
};

/// Folds any character, from the tables of Unicode properties.
Folded fold_slow(char32_t c) noexcept;

/// Folds the characters that nearly all text consists of.
class FoldingTable {
 public:
  FoldingTable() noexcept;

  Folded operator()(char32_t c) const noexcept { return c < rows_.size() ? rows_[c] : fold_slow(c); }

 private:
  std::array<Folded, 0x800> rows_;
};

/// Filled at the first call.
const FoldingTable& folding_table() noexcept;

}  // namespace sorani::identify
