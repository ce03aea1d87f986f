#pragma once

#include <cstdint>
#include <vector>

#include "normalize/equivalence_classes.hpp"
#include "normalize/rules/rule_set.hpp"

namespace sorani::normalize {

/// What the rewriter must know of a character before it pushes it.
struct CharInfo {
  ClassId class_id;
  std::uint8_t flags;  ///< bits of CharFlag; 0 for most characters
  bool in_word;        ///< does not end a word, in the rules for vowel marks
};

/// Why a character needs more than a transition of the automaton. A flag is set only if a rule that is on needs it.
enum CharFlag : std::uint8_t {
  kReplaced = 1,        ///< always becomes something else
  kOrdersMarks = 2,     ///< may take part in canonical ordering or composition with what is before it
  kArabicMark = 4,      ///< the word around it is subject to the rules for vowel marks
  kEndsReference = 8,   ///< the semicolon of an HTML reference
  kEndsToken = 16,      ///< white space: ends a token of the rules for addresses and digits
  kIllFormedByte = 32,  ///< a byte of ill-formed UTF-8
};

/// The CharInfo of every character under a rule set.
class CharTable {
 public:
  CharTable(const EquivalenceClasses& classes, const RuleSet& rules);

  CharInfo operator[](char32_t c) const noexcept { return c < kDirectSize ? direct_[c] : compute(c); }

 private:
  /// Characters below have a table entry each: ASCII, Latin, Arabic, general punctuation (joiners and quotes included).
  /// That is nearly all of Sorani text.
  static constexpr char32_t kDirectSize = 0x2100;

  CharInfo compute(char32_t c) const noexcept;

  const EquivalenceClasses& classes_;
  const RuleSet& rules_;
  bool orders_marks_;
  bool flags_arabic_marks_;
  bool ends_references_;
  bool ends_tokens_;
  CodePointTable<bool> transient_;  ///< invisible characters that stay until the next character is known
  std::vector<CharInfo> direct_;
};

}  // namespace sorani::normalize
