#pragma once

#include <cstdint>
#include <vector>

#include "normalize/automaton.hpp"
#include "normalize/rules/rule_set.hpp"

namespace sorani::normalize {

/// What the rewriter must know of a character before it pushes it.
struct CharInfo {
  std::uint8_t group;  ///< of the automaton
  std::uint8_t flags;  ///< bits of CharFlag; 0 for most characters
  bool in_word;        ///< part of a word, to the rules for vowel marks
};

/// Why a character needs more than a step of the automaton. A flag is set only if a rule of the set asks for it.
enum CharFlag : std::uint8_t {
  kReplaced = 1,        ///< always becomes something else
  kOrdersMarks = 2,     ///< may take part in canonical ordering or composition with what is before it
  kArabicMark = 4,      ///< makes the word around it one that the rules for vowel marks look at
  kEndsReference = 8,   ///< the semicolon of an HTML reference
  kEndsToken = 16,      ///< white space, where addresses and digits are looked at
  kIllFormedByte = 32,  ///< not a character
};

/// The info of every character under a rule set.
class CharTable {
 public:
  CharTable(const SymbolGroups& groups, const RuleSet& rules);

  CharInfo operator[](char32_t c) const noexcept { return c < kDirect ? direct_[c] : info(c); }

 private:
  static constexpr char32_t kDirect = 0x2100;  // what is common in text

  CharInfo info(char32_t c) const noexcept;

  const SymbolGroups& groups_;
  const RuleSet& rules_;
  bool orders_marks_;
  bool looks_at_marks_;
  bool ends_references_;
  bool ends_tokens_;
  CodePointTable<bool> passes_;  ///< invisible characters that go
  std::vector<CharInfo> direct_;
};

}  // namespace sorani::normalize
